package io.guildhall.guild.webhookmessage;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import org.junit.jupiter.api.Test;

/** Webhooks of forums begin posts. */
class WebhookPostsTest {
    private final TestGuild guild = new TestGuild();
    private final JsonNode made = guild.run(
            Calls.of("createChannel", OWNER)
                    .path("guild_id", guild.id())
                    .body(
                            "{\"name\":\"news\",\"type\":15,\"available_tags\":[{\"name\":\"Fresh\"},{\"name\":\"Grave\",\"moderated\":true}]}"));
    private final long forum = id(made);
    private final long fresh = id(made.at("/available_tags/0"));
    private final long grave = id(made.at("/available_tags/1"));
    private final long hook = hook(forum);

    @Test
    void aPostOfAWebhookIsItsOwnAndBeginsWithWhatItSends() {
        guild.takeEvents();
        JsonNode sent = guild.run(
                sending("\"thread_name\":\"Today\",\"applied_tags\":[\"" + fresh + "\"],\"content\":\"new\""));
        long post = id(sent);
        assertThat(sent.get("channel_id").asLong()).isEqualTo(post);
        assertThat(guild.takeEvents()).extracting(Event::getName).containsExactly("THREAD_CREATE", "MESSAGE_CREATE");
        JsonNode shown = guild.run(Calls.of("getChannel", OWNER).path("channel_id", post));
        assertThat(shown.get("owner_id").asLong()).isEqualTo(hook);
        assertThat(shown.get("name").asText()).isEqualTo("Today");
        assertThat(shown.get("applied_tags")).extracting(JsonNode::asLong).containsExactly(fresh);
        assertThat(shown.get("member_count").asInt()).isZero();
        assertThat(shown.get("message_count").asInt()).isZero();
        assertThat(guild.run(Calls.of("getChannel", OWNER).path("channel_id", forum))
                        .get("last_message_id")
                        .asLong())
                .isEqualTo(post);

        JsonNode second = guild.run(sending("\"content\":\"more\"").query(inside(post)));
        assertThat(second.get("channel_id").asLong()).isEqualTo(post);
        guild.reload();
        assertThat(guild.run(Calls.of("getChannel", OWNER).path("channel_id", post))
                        .get("message_count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatIsSentToAForumSaysWhereOrHowThePostIsCalledAndNotBoth() {
        assertThat(guild.refusal(sending("\"content\":\"x\""))).isEqualTo(220001);
        long post = id(guild.run(sending("\"thread_name\":\"Today\",\"content\":\"new\"")));
        assertThat(guild.refusal(
                        sending("\"thread_name\":\"Again\",\"content\":\"x\"").query(inside(post))))
                .isEqualTo(220002);
        assertThat(guild.refusal(sending("\"thread_name\":\"Nothing\""))).isEqualTo(50006);
        assertThat(guild.state().threads().byId().size()).isEqualTo(1);
    }

    @Test
    void elsewhereAWebhookBeginsNoThreads() {
        long channel = guild.channel("general");
        long other = hook(channel);
        assertThat(guild.refusal(Calls.of("executeWebhook", other)
                        .bot()
                        .path("webhook_id", other)
                        .path("channel_id", channel)
                        .body("{\"thread_name\":\"x\",\"content\":\"x\"}")))
                .isEqualTo(220003);
    }

    @Test
    void inTheFormsOfOthersNoPostBeginsButMessagesComeIntoOne() {
        Calls slack = call("executeSlackWebhook").query("{}").body("{\"text\":\"aye\"}");
        assertThat(guild.refusal(slack)).isEqualTo(220004);
        long post = id(guild.run(sending("\"thread_name\":\"Today\",\"content\":\"new\"")));
        guild.run(call("executeSlackWebhook").query(inside(post)).body("{\"text\":\"aye\"}"));
    }

    @Test
    void aWebhookHasTheTagsThatEverybodyHasAndNeedsOneWhereTheForumAsksForIt() {
        assertThat(guild.refusal(sending("\"thread_name\":\"x\",\"content\":\"x\",\"applied_tags\":[\"5\"]")))
                .isEqualTo(10087);
        assertThat(guild.refusal(
                        sending("\"thread_name\":\"x\",\"content\":\"x\",\"applied_tags\":[\"" + grave + "\"]")))
                .isEqualTo(50013);
        guild.run(Calls.of("updateChannel", OWNER).path("channel_id", forum).body("{\"flags\":16}"));
        assertThat(guild.refusal(sending("\"thread_name\":\"x\",\"content\":\"x\"")))
                .isEqualTo(40067);
    }

    @Test
    void filesAreWhereApiPutThemByTheIdThatItGaveThePost() {
        long given = forum + 1;
        JsonNode sent = guild.run(sending("\"thread_name\":\"Today\"")
                .path("thread_id", given)
                .file(StoredFile.newBuilder()
                        .setId(77)
                        .setFilename("a.txt")
                        .setContentType("text/plain")
                        .setUrl("https://example.org/attachments/" + given + "/77/a.txt")));
        assertThat(id(sent)).isEqualTo(given);
        assertThat(guild.storage().row(AttachmentMarks.TABLE, AttachmentMarks.shard(given), given, 77L))
                .isPresent();
    }

    private long hook(long channel) {
        return id(guild.run(
                Calls.of("createWebhook", OWNER).path("channel_id", channel).body("{\"name\":\"Hook\"}")));
    }

    private Calls sending(String fields) {
        return call("executeWebhook").query("{\"wait\":true}").body("{" + fields + "}");
    }

    private static String inside(long post) {
        return "{\"wait\":true,\"thread_id\":\"%d\"}".formatted(post);
    }

    private Calls call(String operation) {
        return Calls.of(operation, hook).bot().path("webhook_id", hook).path("channel_id", forum);
    }

    private static long id(JsonNode made) {
        return Snowflake.parse(made.get("id").asText());
    }
}
