package io.guildhall.guild.search;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that a searcher may not read is found or counted. */
class SearchPermissionTest extends SearchTestBase {
    private static final long PLAIN = 101;
    private static final long BEARER = 102;
    private static final long ADMIN = 103;
    private static final long KEEPER = 104;
    private static final long VIEW = Permission.VIEW_CHANNEL.mask();
    private static final long HISTORY = Permission.READ_MESSAGE_HISTORY.mask();
    private static final int ROLE = 0;
    private static final int MEMBER = 1;

    private final long role = guild.role("bearers", 0, 1);
    private final long admins = guild.role("admins", Permission.ADMINISTRATOR.mask(), 2);
    private final long keepers = guild.role("keepers", Permission.MANAGE_THREADS.mask(), 1);

    /** Every channel and thread has one message; a searcher finds it where reading the message itself is allowed. */
    @Test
    void searchersFindExactlyWhatTheyMayRead() {
        guild.join(PLAIN, "plain");
        guild.join(BEARER, "bearer", role);
        guild.join(ADMIN, "admin", admins);
        guild.join(KEEPER, "keeper", keepers);
        List<long[]> sent = new ArrayList<>();
        for (long channel : channels()) {
            for (long place : places(channel)) {
                sent.add(new long[] {place, send(place, OWNER, "word")});
            }
        }
        guild.state().threads().byId().values().stream()
                .filter(GuildThread::closed)
                .filter(thread -> guild.state()
                        .permissions()
                        .has(
                                guild.state().member(BEARER),
                                guild.state().channel(thread.parentId()),
                                Permission.VIEW_CHANNEL))
                .toList()
                .forEach(thread -> guild.run(Calls.of("addThreadMember", OWNER)
                        .path("channel_id", thread.id())
                        .path("user_id", BEARER)));
        guild.state().threads().byId().values().stream()
                .filter(thread -> thread.name().equals("past"))
                .toList()
                .forEach(thread -> archive(thread.id()));
        tell();

        for (long searcher : List.of(OWNER, PLAIN, BEARER, ADMIN, KEEPER)) {
            List<Long> readable = sent.stream()
                    .filter(message -> reads(searcher, message[0], message[1]))
                    .map(message -> message[1])
                    .toList();
            JsonNode answer = search(searcher, "{\"content\":\"word\"}");
            assertThat(answer.get("total_results").asInt())
                    .as("of %d", searcher)
                    .isEqualTo(readable.size());
            assertThat(readable).as("of %d", searcher).containsAll(ids(answer));
            for (long[] message : sent) {
                JsonNode there = search(searcher, "{\"channel_id\":\"%s\"}".formatted(Snowflake.format(message[0])));
                assertThat(there.get("total_results").asInt() > 0)
                        .as("%d in %d", searcher, message[0])
                        .isEqualTo(readable.contains(message[1]));
                assertThat(there.get("threads").isEmpty() || readable.contains(message[1]))
                        .isTrue();
            }
        }
    }

    @Test
    void ageRestrictedChannelsAreSearchedOnlyWhenThatIsAskedFor() {
        long channel = guild.channel("restricted");
        guild.run(Calls.of("updateChannel", OWNER).path("channel_id", channel).body("{\"nsfw\":true}"));
        long message = send(channel, OWNER, "word");
        tell();

        assertThat(search(OWNER, "{}").get("total_results").asInt()).isZero();
        assertThat(ids(search(OWNER, "{\"include_nsfw\":\"true\"}"))).containsExactly(message);
    }

    @Test
    void aChangedPermissionHoldsForTheNextSearch() {
        guild.join(PLAIN, "plain");
        long channel = guild.channel("general");
        send(channel, OWNER, "word");
        tell();
        assertThat(search(PLAIN, "{}").get("total_results").asInt()).isEqualTo(1);

        overwrite(channel, guild.id(), ROLE, 0, HISTORY);

        assertThat(search(PLAIN, "{}").get("total_results").asInt()).isZero();
    }

    private List<Long> channels() {
        List<Long> channels = new ArrayList<>();
        for (int kind = 0; kind < 5; kind++) {
            channels.add(guild.channel("channel-" + kind));
        }
        overwrite(channels.get(1), guild.id(), ROLE, 0, VIEW);
        overwrite(channels.get(2), guild.id(), ROLE, 0, HISTORY);
        overwrite(channels.get(3), guild.id(), ROLE, 0, VIEW);
        overwrite(channels.get(3), role, ROLE, VIEW, 0);
        overwrite(channels.get(4), PLAIN, MEMBER, 0, HISTORY);
        return channels;
    }

    private List<Long> places(long channel) {
        return List.of(
                channel,
                thread(channel, "present", 11),
                thread(channel, "past", 11),
                thread(channel, "present", 12),
                thread(channel, "past", 12));
    }

    private long thread(long channel, String name, int type) {
        return Snowflake.parse(guild.run(Calls.of("createThread", OWNER)
                        .path("channel_id", channel)
                        .body("{\"name\":\"%s\",\"type\":%d}".formatted(name, type)))
                .get("id")
                .asText());
    }

    private void archive(long thread) {
        guild.run(Calls.of("updateChannel", OWNER).path("channel_id", thread).body("{\"archived\":true}"));
    }

    private boolean reads(long searcher, long place, long message) {
        try {
            guild.run(Calls.of("getMessage", searcher).path("channel_id", place).path("message_id", message));
            return true;
        } catch (ApiException refused) {
            return false;
        }
    }
}
