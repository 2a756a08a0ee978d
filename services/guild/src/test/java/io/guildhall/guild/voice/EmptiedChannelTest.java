package io.guildhall.guild.voice;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.SessionRef;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmptiedChannelTest {
    private static final int LISTENERS = EmptiedChannel.PIECE + 100;

    private final TestGuild guild = new TestGuild();

    @Test
    void moreThanFitIntoOneBatchLeaveAChannelThatIsDeletedAndThoseWhoSawItAreTold() {
        long channel = Snowflake.parse(guild.run(Calls.of("createChannel", OWNER)
                        .path("guild_id", guild.id())
                        .body("{\"name\":\"stage\",\"type\":2}"))
                .get("id")
                .asText());
        IntStream.range(0, LISTENERS).forEach(index -> listener(3_000_000L + index, channel));
        guild.takeEvents();

        guild.run(Calls.of("deleteChannel", OWNER).path("channel_id", channel));

        assertThat(guild.state().voice().all()).isEmpty();
        List<Event> events = guild.takeEvents();
        List<Event> left = named(events, "VOICE_STATE_UPDATE");
        assertThat(left)
                .extracting(
                        event -> Json.parse(event.getPayload()).get("user_id").asText())
                .doesNotHaveDuplicates()
                .hasSize(LISTENERS);
        assertThat(left).allSatisfy(event -> assertThat(
                        Json.parse(event.getPayload()).get("channel_id").isNull())
                .isTrue());
        int deleted = events.indexOf(named(events, "CHANNEL_DELETE").getFirst());
        assertThat(named(events.subList(0, deleted), "VOICE_STATE_UPDATE")).hasSize(EmptiedChannel.PIECE);
        assertThat(named(events.subList(deleted, events.size()), "VOICE_STATE_UPDATE"))
                .allSatisfy(event -> {
                    assertThat(event.getChannelId()).isEqualTo(channel);
                    assertThat(event.getFormer().getChannels(0).getId()).isEqualTo(channel);
                });
    }

    private void listener(long user, long channel) {
        guild.join(user, "listener" + user);
        InVoice state =
                new InVoice(user, channel, SessionRef.getDefaultInstance(), "session" + user, false, false, true, null);
        guild.state().put(guild.state().voice().with(state));
    }

    private static List<Event> named(List<Event> events, String name) {
        return events.stream().filter(event -> event.getName().equals(name)).toList();
    }
}
