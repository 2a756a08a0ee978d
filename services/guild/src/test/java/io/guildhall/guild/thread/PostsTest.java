package io.guildhall.guild.thread;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Posts in forums and media channels. */
class PostsTest extends ThreadTestBase {
    private final JsonNode made = guild.run(
            Calls.of("createChannel", OWNER)
                    .path("guild_id", guild.id())
                    .body(
                            "{\"name\":\"help\",\"type\":15,\"available_tags\":[{\"name\":\"Question\"},{\"name\":\"Solved\",\"moderated\":true}]}"));
    private final long forum = id(made);
    private final long question = id(made.at("/available_tags/0"));
    private final long solved = id(made.at("/available_tags/1"));

    @Test
    void aPostIsAThreadThatBeginsWithAMessageOfItsId() {
        guild.takeEvents();
        JsonNode post = post(MEMBER, ",\"applied_tags\":[\"" + question + "\"]");
        long thread = id(post);
        assertThat(post.get("type").asInt()).isEqualTo(11);
        assertThat(post.at("/message/id").asLong()).isEqualTo(thread);
        assertThat(post.at("/message/channel_id").asLong()).isEqualTo(thread);
        assertThat(post.at("/message/content").asText()).isEqualTo("how?");
        assertThat(post.get("applied_tags")).extracting(JsonNode::asLong).containsExactly(question);
        assertThat(post.get("message_count").asInt()).isZero();
        List<Event> events = guild.takeEvents();
        assertThat(events)
                .extracting(Event::getName)
                .containsExactly(
                        "THREAD_CREATE",
                        "THREAD_CREATE",
                        "THREAD_MEMBERS_UPDATE",
                        "MESSAGE_CREATE",
                        "GUILD_AUDIT_LOG_ENTRY_CREATE");
        assertThat(guild.run(Calls.of("getChannel", OTHER).path("channel_id", forum))
                        .get("last_message_id")
                        .asLong())
                .isEqualTo(thread);
        send(thread, OTHER, "so");
        guild.reload();
        assertThat(counts(thread)).containsExactly(1, 1, 2);
    }

    @Test
    void thePictureOfAPostIsWhereApiPutItByTheIdThatItGaveThePost() {
        long given = forum + 1;
        JsonNode post = guild.run(posting(MEMBER, "")
                .path("thread_id", given)
                .file(StoredFile.newBuilder()
                        .setId(77)
                        .setFilename("a.png")
                        .setContentType("image/png")
                        .setUrl("https://example.org/attachments/" + given + "/77/a.png")));
        assertThat(id(post)).isEqualTo(given);
        assertThat(post.at("/message/attachments/0/id").asLong()).isEqualTo(77);
        assertThat(guild.storage().row(AttachmentMarks.TABLE, AttachmentMarks.shard(given), given, 77L))
                .isPresent();
    }

    @Test
    void whoMaySendMessagesInAForumMayPostAndNeedNotSpeakInThreads() {
        deny(Permission.SEND_MESSAGES_IN_THREADS.mask());
        long thread = id(post(MEMBER, ""));
        assertThat(guild.refusal(message(thread, MEMBER, "no"))).isEqualTo(50013);
        deny(Permission.SEND_MESSAGES.mask());
        assertThat(guild.refusal(posting(MEMBER, ""))).isEqualTo(50013);
    }

    @Test
    void aPostSaysSomething() {
        assertThat(guild.refusal(named("\"auto_archive_duration\":60"))).isEqualTo(50035);
        assertThat(guild.refusal(named("\"message\":{\"content\":\" \"}"))).isEqualTo(50006);
        assertThat(guild.refusal(named("\"message\":{\"embeds\":[{\"title\":\"of a person\"}]}")))
                .isEqualTo(50006);
        assertThat(guild.refusal(message(forum, MEMBER, "no post"))).isEqualTo(40058);
    }

    @Test
    void tagsAreTheForumsAndSomeAreForThoseWhoManageThreads() {
        assertThat(guild.refusal(posting(MEMBER, ",\"applied_tags\":[\"5\"]"))).isEqualTo(10087);
        assertThat(guild.refusal(posting(MEMBER, ",\"applied_tags\":[\"" + solved + "\"]")))
                .isEqualTo(50013);
        long thread = id(post(MEMBER, ""));
        assertThat(guild.refusal(updating(thread, OTHER, tags(question)))).isEqualTo(50013);
        assertThat(update(thread, MEMBER, tags(question)).get("applied_tags")).hasSize(1);
        assertThat(guild.refusal(updating(thread, MEMBER, tags(question, solved))))
                .isEqualTo(50013);
        update(thread, OWNER, tags(question, solved));
        assertThat(guild.refusal(updating(thread, MEMBER, tags(question)))).isEqualTo(50013);
        assertThat(update(thread, MEMBER, tags(solved)).get("applied_tags")).hasSize(1);
    }

    @Test
    void aForumMayAskForATagOfEachPost() {
        guild.run(Calls.of("updateChannel", OWNER).path("channel_id", forum).body("{\"flags\":16}"));
        assertThat(guild.refusal(posting(MEMBER, ""))).isEqualTo(40067);
        long thread = id(post(MEMBER, ",\"applied_tags\":[\"" + question + "\"]"));
        assertThat(guild.refusal(updating(thread, MEMBER, tags()))).isEqualTo(40067);
        guild.run(Calls.of("updateChannel", OWNER)
                .path("channel_id", forum)
                .body("{\"available_tags\":[{\"id\":\"" + solved + "\",\"name\":\"Solved\",\"moderated\":true}]}"));
        assertThat(guild.refusal(posting(MEMBER, ""))).isEqualTo(40066);
    }

    @Test
    void onePostIsPinnedAndStaysActive() {
        long first = id(post(MEMBER, ""));
        long second = id(post(MEMBER, ""));
        assertThat(guild.refusal(updating(first, MEMBER, "{\"flags\":2}"))).isEqualTo(50013);
        assertThat(update(first, OWNER, "{\"flags\":2}").get("flags").asInt()).isEqualTo(2);
        assertThat(guild.refusal(updating(second, OWNER, "{\"flags\":2}"))).isEqualTo(30047);
        guild.clock().advance(Duration.ofDays(3));
        guild.run(Calls.of("getChannel", MEMBER).path("channel_id", first));
        guild.runLaters();
        assertThat(guild.state().threads().byId().contains(first)).isTrue();
        assertThat(guild.state().threads().byId().contains(second)).isFalse();
        assertThat(update(first, OWNER, "{\"archived\":true}").get("flags").asInt())
                .isZero();
    }

    @Test
    void betweenTwoPostsOfAMemberIsThePauseOfTheForum() {
        guild.run(Calls.of("updateChannel", OWNER).path("channel_id", forum).body("{\"rate_limit_per_user\":60}"));
        post(MEMBER, "");
        assertThat(guild.refusal(posting(MEMBER, ""))).isEqualTo(20016);
        post(OTHER, "");
        guild.clock().advance(Duration.ofMinutes(1));
        post(MEMBER, "");
    }

    private void deny(long permissions) {
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", forum)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"%d\"}".formatted(permissions)));
    }

    private static String tags(Long... tags) {
        return "{\"applied_tags\":"
                + List.of(tags).stream().map(tag -> "\"" + tag + "\"").toList() + "}";
    }

    private Calls named(String more) {
        return Calls.of("createThread", MEMBER).path("channel_id", forum).body("{\"name\":\"How to\"," + more + "}");
    }

    private Calls posting(long by, String more) {
        return Calls.of("createThread", by)
                .path("channel_id", forum)
                .body("{\"name\":\"How to\",\"message\":{\"content\":\"how?\"}" + more + "}");
    }

    private JsonNode post(long by, String more) {
        return guild.run(posting(by, more));
    }
}
