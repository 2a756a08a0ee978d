package io.guildhall.guild.voice;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.SessionRef;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To whom a voice channel begins or ceases to show is told who is in it and what goes on there. */
class OccupancySightTest {
    private static final long SPEAKER = 2_000_001;
    private static final long LISTENER = 2_000_002;
    private static final long VIEW = Permission.VIEW_CHANNEL.mask();
    private static final int STAGE = 13;

    private final TestGuild guild = new TestGuild();
    private final long stage = Snowflake.parse(guild.run(Calls.of("createChannel", OWNER)
                    .path("guild_id", guild.id())
                    .body("{\"name\":\"stage\",\"type\":%d}".formatted(STAGE)))
            .get("id")
            .asText());

    @BeforeEach
    void fill() {
        guild.join(SPEAKER, "speaker");
        guild.join(LISTENER, "listener");
        guild.state()
                .put(guild.state()
                        .voice()
                        .with(new InVoice(
                                SPEAKER,
                                stage,
                                SessionRef.getDefaultInstance(),
                                "session",
                                false,
                                false,
                                false,
                                null)));
        guild.run(Calls.of("createStageInstance", OWNER)
                .path("channel_id", stage)
                .body("{\"channel_id\":\"%d\",\"topic\":\"talk\"}".formatted(stage)));
        guild.run(Calls.of("createScheduledEvent", OWNER)
                .path("guild_id", guild.id())
                .body("""
                        {"name":"Talk","privacy_level":2,"entity_type":1,"channel_id":"%d","scheduled_start_time":"%s"}""".formatted(stage, Json.timestamp(guild.clock().millis() + 60_000))));
    }

    @Test
    void anOverwriteThatShowsAChannelShowsWhatIsInIt() {
        overwrite(guild.id(), 0, VIEW);
        guild.takeEvents();
        overwrite(guild.id(), 0, 0);

        List<Event> events = told();
        assertThat(events)
                .extracting(Event::getName)
                .containsExactly("VOICE_STATE_UPDATE", "GUILD_SCHEDULED_EVENT_CREATE", "STAGE_INSTANCE_CREATE");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getChannelId()).isEqualTo(stage);
            assertThat(event.getPermissions()).isEqualTo(VIEW);
            assertThat(event.getFormer().getChannels(0).getId()).isEqualTo(stage);
            assertThat(event.getOnlyUsersList()).isEmpty();
        });
        assertThat(channelOf(events.getFirst().getPayload())).isEqualTo(stage);
        assertThat(channelOf(events.getFirst().getPayloadWithoutSight())).isZero();
        assertThat(events.getFirst().getOnlyChanged()).isTrue();
        assertThat(events.subList(1, 3))
                .allSatisfy(event -> assertThat(event.getOnlyGained()).isTrue());
    }

    @Test
    void whoIsInAChannelThatIsHiddenFromItKnowsWhereItIs() {
        overwrite(guild.id(), 0, VIEW);

        List<Event> voice = told().stream()
                .filter(event -> event.getName().equals("VOICE_STATE_UPDATE"))
                .toList();
        assertThat(voice).hasSize(2);
        assertThat(voice.getLast().getOnlyUsersList()).containsExactly(SPEAKER);
        assertThat(channelOf(voice.getLast().getPayload())).isEqualTo(stage);
    }

    @Test
    void aRoleOfAMemberShowsItWhatIsInAChannelAndHidesIt() {
        long seers = guild.role("Seers", 0, 1);
        overwrite(guild.id(), 0, VIEW);
        overwrite(seers, VIEW, 0);
        guild.takeEvents();
        bear("addMemberRole", seers);

        List<Event> shown = told();
        assertThat(shown)
                .extracting(Event::getName)
                .containsExactly("VOICE_STATE_UPDATE", "GUILD_SCHEDULED_EVENT_CREATE", "STAGE_INSTANCE_CREATE");
        assertThat(shown)
                .allSatisfy(event -> assertThat(event.getOnlyUsersList()).containsExactly(LISTENER));
        assertThat(channelOf(shown.getFirst().getPayload())).isEqualTo(stage);

        bear("deleteMemberRole", seers);
        List<Event> hidden = told();
        assertThat(hidden).extracting(Event::getName).containsExactly("VOICE_STATE_UPDATE");
        assertThat(hidden.getFirst().getOnlyUsersList()).containsExactly(LISTENER);
        assertThat(channelOf(hidden.getFirst().getPayload())).isZero();
    }

    @Test
    void aRoleThatSeesEverythingTellsItsBearers() {
        long seers = guild.role("Seers", 0, 1);
        bear("addMemberRole", seers);
        overwrite(guild.id(), 0, VIEW);
        guild.takeEvents();
        guild.run(Calls.of("updateRole", OWNER)
                .path("guild_id", guild.id())
                .path("role_id", seers)
                .body("{\"permissions\":\"%d\"}".formatted(Permission.ADMINISTRATOR.mask())));
        assertThat(told()).isNotEmpty().allSatisfy(event -> assertThat(
                        event.hasFormer() || event.getOnlyUsersCount() > 0)
                .isTrue());
    }

    @Test
    void theNewOwnerIsToldToo() {
        overwrite(guild.id(), 0, VIEW);
        guild.takeEvents();
        guild.run(Calls.of("updateGuild", OWNER)
                .path("guild_id", guild.id())
                .body("{\"owner_id\":\"%d\"}".formatted(LISTENER)));
        assertThat(told())
                .filteredOn(event -> event.getFormer().getOwnerId() == OWNER)
                .extracting(Event::getName)
                .containsExactly("VOICE_STATE_UPDATE", "GUILD_SCHEDULED_EVENT_CREATE", "STAGE_INSTANCE_CREATE");
    }

    private List<Event> told() {
        List<String> names = List.of("VOICE_STATE_UPDATE", "GUILD_SCHEDULED_EVENT_CREATE", "STAGE_INSTANCE_CREATE");
        return guild.takeEvents().stream()
                .filter(event -> names.contains(event.getName()))
                .toList();
    }

    /** 0 when it says that the member is nowhere. */
    private static long channelOf(ByteString payload) {
        JsonNode channel = Json.parse(payload).get("channel_id");
        return channel.isNull() ? 0 : Snowflake.parse(channel.asText());
    }

    private void bear(String operation, long role) {
        guild.run(Calls.of(operation, OWNER)
                .path("guild_id", guild.id())
                .path("user_id", LISTENER)
                .path("role_id", role));
    }

    private void overwrite(long id, long allow, long deny) {
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", stage)
                .path("overwrite_id", id)
                .body("{\"type\":0,\"allow\":\"%d\",\"deny\":\"%d\"}".formatted(allow, deny)));
    }
}
