package io.guildhall.guild.ban;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.catalogue.MessageBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PurgeBannedTest {
    private static final long BANNED = 2_000_001;
    private static final long OTHER = 2_000_002;

    private final TestGuild guild = new TestGuild();
    private final long channel = guild.channel("talk");

    PurgeBannedTest() {
        guild.join(BANNED, "banned");
        guild.join(OTHER, "other");
    }

    @Test
    void whatWasWrittenInThreadsGoesTooAndWhatOthersWroteStays() {
        long thread = id(guild.run(Calls.of("createThread", BANNED)
                        .path("channel_id", channel)
                        .body("{\"name\":\"thread\",\"type\":11}"))
                .get("id")
                .asText());
        long inThread = send(thread, BANNED);
        long inChannel = send(channel, BANNED);
        long kept = send(channel, OTHER);

        ban(3600);

        assertThat(isThere(thread, inThread)).isFalse();
        assertThat(isThere(channel, inChannel)).isFalse();
        assertThat(isThere(channel, kept)).isTrue();
    }

    @Test
    void messagesOfTwoPartitionsGoAndWhatIsOlderThanAskedStays() {
        long old = send(channel, BANNED);
        long boundary = Snowflake.timestamp(MessageBucket.firstId(MessageBucket.of(old) + 1));
        guild.clock().set(Instant.ofEpochMilli(boundary).minusSeconds(60));
        long before = send(channel, BANNED);
        guild.clock().advance(Duration.ofMinutes(2));
        long after = send(channel, BANNED);

        ban(3600);

        assertThat(MessageBucket.of(before)).isLessThan(MessageBucket.of(after));
        assertThat(isThere(channel, after)).isFalse();
        assertThat(isThere(channel, before)).isFalse();
        assertThat(isThere(channel, old)).isTrue();
    }

    @Test
    void manyGoInPiecesOfAHundred() {
        for (int count = 0; count < 250; count++) {
            send(channel, BANNED);
        }
        guild.takeEvents();

        ban(3600);

        List<Event> told = guild.takeEvents().stream()
                .filter(event -> event.getName().equals("MESSAGE_DELETE_BULK"))
                .toList();
        assertThat(told).hasSize(3);
    }

    @Test
    void aChannelThatIsGoneIsLeftOutAndTheNextBeginsWithItsNewest() {
        BannedMessages job = new BannedMessages(Set.of(BANNED), List.of(channel, 7L), 1, 1_000, 500);

        assertThat(job.withoutChannel()).isEqualTo(new BannedMessages(Set.of(BANNED), List.of(7L), 1, 1_000, 1_000));
    }

    private void ban(int seconds) {
        guild.run(Calls.of("createBan", OWNER)
                .path("guild_id", guild.id())
                .path("user_id", BANNED)
                .body("{\"delete_message_seconds\":" + seconds + "}"));
    }

    private long send(long in, long by) {
        return id(guild.run(Calls.of("createMessage", by).path("channel_id", in).body("{\"content\":\"x\"}"))
                .get("id")
                .asText());
    }

    private boolean isThere(long in, long message) {
        try {
            guild.run(Calls.of("updateMessage", OWNER)
                    .path("channel_id", in)
                    .path("message_id", message)
                    .body("{\"flags\":0}"));
            return true;
        } catch (ApiException gone) {
            return gone.code() != 10008;
        }
    }

    private static long id(String text) {
        return Snowflake.parse(text);
    }
}
