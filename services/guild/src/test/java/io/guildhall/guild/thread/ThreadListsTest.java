package io.guildhall.guild.thread;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.model.permission.Permission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ThreadListsTest extends ThreadTestBase {
    @Test
    void aGuildsActiveThreadsAreListedToThoseToWhomTheyShow() {
        long open = standalone(11, MEMBER);
        long closed = standalone(12, MEMBER);
        long elsewhere = guild.channel("elsewhere");
        long other = id(guild.run(Calls.of("createThread", OTHER)
                .path("channel_id", elsewhere)
                .body("{\"name\":\"There\",\"type\":11}")));
        archive(standalone(11, MEMBER));

        JsonNode toMember = active(MEMBER);
        assertThat(ids(toMember)).containsExactly(other, closed, open);
        assertThat(toMember.get("has_more").asBoolean(true)).isFalse();
        assertThat(toMember.get("members"))
                .extracting(one -> one.get("id").asLong())
                .containsExactly(closed, open);
        assertThat(ids(active(OTHER))).containsExactly(other, open);
        overwrite(guild.id(), 0, Permission.VIEW_CHANNEL.mask());
        assertThat(ids(active(OTHER))).containsExactly(other);
        assertThat(ids(active(OWNER))).hasSize(3);
    }

    @Test
    void archivedThreadsAreListedAPageAtATimeTheLastArchivedFirst() {
        List<Long> archived = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            archived.addFirst(standalone(11, MEMBER));
            archive(archived.getFirst());
        }
        archive(standalone(12, MEMBER));
        standalone(11, MEMBER);

        JsonNode first = list("listPublicArchivedThreads", OTHER, "{\"limit\":\"2\"}");
        assertThat(ids(first)).isEqualTo(archived.subList(0, 2));
        assertThat(first.get("has_more").asBoolean()).isTrue();
        assertThat(first.get("members")).isEmpty();
        JsonNode rest = list("listPublicArchivedThreads", MEMBER, "{\"before\":\"" + lastTime(first) + "\"}");
        assertThat(ids(rest)).isEqualTo(archived.subList(2, 5));
        assertThat(rest.get("has_more").asBoolean(true)).isFalse();
        assertThat(rest.get("members")).hasSize(3);
    }

    @Test
    void whatIsArchivedTogetherIsNotLostBetweenPages() {
        for (int index = 0; index < 4; index++) {
            standalone(11, MEMBER);
        }
        guild.clock().advance(Duration.ofDays(3));
        guild.runLaters();
        JsonNode first = list("listPublicArchivedThreads", OTHER, "{\"limit\":\"2\"}");
        JsonNode second = list("listPublicArchivedThreads", OTHER, "{\"before\":\"" + lastTime(first) + "\"}");
        assertThat(ids(first)).hasSize(2);
        assertThat(ids(second)).hasSize(2).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void archivedPrivateThreadsAreForThoseWhoManageThreadsAndForTheirMembers() {
        long mine = standalone(12, MEMBER);
        long also = standalone(12, MEMBER);
        long others = standalone(12, OTHER);
        List.of(also, mine, others).forEach(this::archive);

        assertThat(ids(list("listPrivateArchivedThreads", OWNER, "{}"))).containsExactly(others, mine, also);
        assertThat(guild.refusal(listing("listPrivateArchivedThreads", MEMBER, "{}")))
                .isEqualTo(50013);
        JsonNode joined = list("listMyPrivateArchivedThreads", MEMBER, "{}");
        assertThat(ids(joined)).containsExactly(also, mine);
        assertThat(joined.get("members")).hasSize(2);
        assertThat(ids(list("listMyPrivateArchivedThreads", MEMBER, "{\"before\":\"" + also + "\"}")))
                .containsExactly(mine);
        update(also, MEMBER, "{\"archived\":false}");
        assertThat(ids(list("listMyPrivateArchivedThreads", MEMBER, "{}"))).containsExactly(mine);
    }

    @Test
    void whoCameBackToTheGuildIsShownNoPrivateThreadOfBefore() {
        archive(standalone(12, OTHER));
        guild.clock().advance(Duration.ofSeconds(10));
        guild.run(Calls.of("kickMember", OWNER).path("guild_id", guild.id()).path("user_id", OTHER));
        guild.join(OTHER, "other");
        JsonNode joined = list("listMyPrivateArchivedThreads", OTHER, "{}");
        assertThat(ids(joined)).isEmpty();
        assertThat(joined.get("has_more").asBoolean(true)).isFalse();
    }

    @Test
    void whoMayNotReadWhatWasWrittenIsShownNoArchive() {
        overwrite(guild.id(), 0, Permission.READ_MESSAGE_HISTORY.mask());
        assertThat(guild.refusal(listing("listPublicArchivedThreads", MEMBER, "{}")))
                .isEqualTo(50013);
        assertThat(guild.refusal(listing("listMyPrivateArchivedThreads", MEMBER, "{}")))
                .isEqualTo(50013);
        long thread = standalone(11, MEMBER);
        assertThat(guild.refusal(Calls.of("listPublicArchivedThreads", OWNER)
                        .path("channel_id", thread)
                        .query("{}")))
                .isEqualTo(50024);
    }

    private void archive(long thread) {
        guild.clock().advance(Duration.ofSeconds(1));
        update(thread, OWNER, "{\"archived\":true}");
    }

    private JsonNode active(long by) {
        return guild.run(Calls.of("listActiveThreads", by).path("guild_id", guild.id()));
    }

    private Calls listing(String operation, long by, String query) {
        return Calls.of(operation, by).path("channel_id", channel).query(query);
    }

    private JsonNode list(String operation, long by, String query) {
        return guild.run(listing(operation, by, query));
    }

    private static String lastTime(JsonNode page) {
        JsonNode threads = page.get("threads");
        return threads.get(threads.size() - 1)
                .at("/thread_metadata/archive_timestamp")
                .asText();
    }

    private static List<Long> ids(JsonNode page) {
        return StreamSupport.stream(page.get("threads").spliterator(), false)
                .map(thread -> thread.get("id").asLong())
                .toList();
    }
}
