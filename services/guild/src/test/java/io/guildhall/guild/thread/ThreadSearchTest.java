package io.guildhall.guild.thread;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.model.permission.Permission;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThreadSearchTest extends ThreadTestBase {
    private final JsonNode made = guild.run(Calls.of("createChannel", OWNER)
            .path("guild_id", guild.id())
            .body("{\"name\":\"help\",\"type\":15,\"available_tags\":[{\"name\":\"Bug\"},{\"name\":\"Idea\"}]}"));
    private final long forum = id(made);
    private final long bug = id(made.at("/available_tags/0"));
    private final long idea = id(made.at("/available_tags/1"));

    private final long first = post("The roof leaks", bug);
    private final long second = post("A roof of glass", idea);
    private final long third = post("Leaks of glass", bug, idea);

    @Test
    void threadsAreFoundByNameAndTagAlsoWhenTheyAreArchived() {
        update(first, OWNER, "{\"archived\":true}");
        guild.reload();
        assertFound(search("\"name\":\"roof\""), second, first);
        assertFound(search("\"name\":\"roof glass\""));
        assertFound(search("\"name\":\"roof glass\",\"slop\":1"), second);
        assertFound(search("\"tag\":[\"" + bug + "\"]"), third, first);
        assertFound(search("\"tag\":[\"%d\",\"%d\"],\"tag_setting\":\"match_all\"".formatted(bug, idea)), third);
        assertFound(search("\"tag\":[\"%d\",\"%d\"]".formatted(bug, idea)), third, second, first);
        assertFound(search("\"archived\":true"), first);
        assertFound(search("\"archived\":false"), third, second);
        assertFound(search("\"min_id\":\"%d\",\"max_id\":\"%d\"".formatted(second, second)), second);
    }

    @Test
    void theyComeInTheOrderThatIsAskedFor() {
        guild.clock().advance(Duration.ofMinutes(1));
        send(first, OTHER, "still");
        assertFound(search(""), first, third, second);
        assertFound(search("\"sort_by\":\"creation_time\",\"sort_order\":\"asc\""), first, second, third);
        assertFound(search("\"sort_by\":\"relevance\",\"name\":\"glass\",\"slop\":5"), third, second);
    }

    @Test
    void aPageSaysHowManyThereAre() {
        JsonNode page = search("\"limit\":1,\"offset\":1");
        assertFound(page, second);
        assertThat(page.get("total_results").asInt()).isEqualTo(3);
        assertThat(page.get("has_more").asBoolean()).isTrue();
        assertThat(search("\"offset\":2").get("has_more").asBoolean()).isFalse();
        assertThat(search("\"offset\":9").get("threads")).isEmpty();
    }

    @Test
    void postsComeWithTheirFirstMessagesAndWithWhatTheReaderIsInThem() {
        JsonNode page = guild.run(searching(forum, MEMBER, "\"name\":\"leaks\""));
        assertThat(page.get("first_messages")).extracting(ThreadTestBase::id).containsExactly(third, first);
        assertThat(page.at("/first_messages/0/content").asText()).isEqualTo("look");
        assertThat(page.get("members")).hasSize(2);
        guild.run(Calls.of("deleteMessage", OWNER).path("channel_id", third).path("message_id", third));
        assertThat(search("\"name\":\"leaks\"").get("first_messages"))
                .extracting(ThreadTestBase::id)
                .containsExactly(first);
    }

    @Test
    void privateThreadsAreFoundByThoseWhoSeeThem() {
        long open = standalone(11, MEMBER);
        long closed = standalone(12, MEMBER);
        for (boolean archived : new boolean[] {false, true}) {
            if (archived) {
                update(open, OWNER, "{\"archived\":true}");
                update(closed, OWNER, "{\"archived\":true}");
            }
            assertFound(guild.run(searching(channel, OTHER, "")), open);
            assertFound(guild.run(searching(channel, MEMBER, "")), closed, open);
            assertFound(guild.run(searching(channel, OWNER, "")), closed, open);
        }
    }

    @Test
    void whoCannotReadWhatWasSaidFindsNothing() {
        overwrite(guild.id(), 0, Permission.READ_MESSAGE_HISTORY.mask());
        assertThat(guild.refusal(searching(channel, MEMBER, ""))).isEqualTo(50013);
        overwrite(guild.id(), 0, Permission.VIEW_CHANNEL.mask());
        assertThat(guild.refusal(searching(channel, MEMBER, ""))).isEqualTo(50001);
    }

    private static void assertFound(JsonNode page, Long... threads) {
        assertThat(page.get("threads")).extracting(ThreadTestBase::id).containsExactly(threads);
    }

    private JsonNode search(String query) {
        return guild.run(searching(forum, OTHER, query));
    }

    private static Calls searching(long in, long by, String query) {
        return Calls.of("searchThreads", by).path("channel_id", in).query("{" + query + "}");
    }

    private long post(String name, Long... tags) {
        String applied = String.join(
                ",", Arrays.stream(tags).map(tag -> "\"" + tag + "\"").toList());
        return id(guild.run(Calls.of("createThread", MEMBER)
                .path("channel_id", forum)
                .body("{\"name\":\"%s\",\"message\":{\"content\":\"look\"},\"applied_tags\":[%s]}"
                        .formatted(name, applied))));
    }
}
