package io.guildhall.guild.webhookmessage;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.StoredFile;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhooksInThreadsTest {
    private final TestGuild guild = new TestGuild();
    private final long channel = guild.channel("general");
    private final long hook = id(guild.run(
            Calls.of("createWebhook", OWNER).path("channel_id", channel).body("{\"name\":\"Hook\"}")));
    private final long thread = thread(channel);

    @Test
    void aWebhookSendsReadsChangesAndDeletesInAThreadOfItsChannel() {
        guild.takeEvents();
        JsonNode sent = send(thread, "\"content\":\"inside\"");
        assertThat(sent.get("channel_id").asLong()).isEqualTo(thread);
        List<Event> events = guild.takeEvents();
        assertThat(events).extracting(Event::getName).containsExactly("MESSAGE_CREATE");
        assertThat(events.getFirst().getChannelId()).isEqualTo(channel);
        assertThat(events.getFirst().getSubjectChannelId()).isEqualTo(thread);
        assertThat(guild.state().threads().byId().get(thread).members().size()).isEqualTo(1);

        assertThat(guild.run(message("getWebhookMessage", sent)).get("content").asText())
                .isEqualTo("inside");
        assertThat(guild.refusal(call("getWebhookMessage")
                        .path("message_id", sent.get("id").asText())
                        .query("{}")))
                .isEqualTo(10008);
        assertThat(guild.run(message("updateWebhookMessage", sent).body("{\"content\":\"edited\"}"))
                        .get("content")
                        .asText())
                .isEqualTo("edited");
        guild.run(message("deleteWebhookMessage", sent));
        assertThat(guild.refusal(message("getWebhookMessage", sent))).isEqualTo(10008);
    }

    @Test
    void whatItSendsBringsTheThreadBackButNotWhenItIsLocked() {
        JsonNode sent = send(thread, "\"content\":\"before\"");
        update("{\"archived\":true}");
        assertThat(guild.refusal(message("updateWebhookMessage", sent).body("{\"content\":\"x\"}")))
                .isEqualTo(50083);
        send(thread, "\"content\":\"after\"");
        assertThat(guild.state().threads().byId().contains(thread)).isTrue();
        update("{\"locked\":true}");
        assertThat(guild.refusal(sending(thread, "\"content\":\"no\""))).isEqualTo(160005);
    }

    @Test
    void aThreadOfAnotherChannelIsNoneOfTheWebhooks() {
        long other = thread(guild.channel("other"));
        for (long wrong : List.of(other, 5L)) {
            assertThat(guild.refusal(sending(wrong, "\"content\":\"x\""))).isEqualTo(10003);
        }
    }

    @Test
    void aWebhookMayInAThreadWhatEverybodyMayThere() {
        assertThat(send(thread, "\"content\":\"@everyone\"")
                        .get("mention_everyone")
                        .asBoolean())
                .isTrue();
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"%d\"}".formatted(Permission.MENTION_EVERYONE.mask())));
        assertThat(send(thread, "\"content\":\"@everyone\"")
                        .get("mention_everyone")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void filesBelongToTheThread() {
        StoredFile.Builder file = StoredFile.newBuilder()
                .setId(77)
                .setFilename("a.txt")
                .setContentType("text/plain")
                .setSize(1)
                .setUrl("https://example.org/attachments/" + thread + "/77/a.txt");
        guild.run(sending(thread, "\"content\":\"x\"").file(file));
        assertThat(guild.storage().row(AttachmentMarks.TABLE, AttachmentMarks.shard(thread), thread, 77L))
                .isPresent();
    }

    private void update(String body) {
        guild.run(Calls.of("updateChannel", OWNER).path("channel_id", thread).body(body));
    }

    private long thread(long in) {
        return id(guild.run(
                Calls.of("createThread", OWNER).path("channel_id", in).body("{\"name\":\"Aside\",\"type\":11}")));
    }

    private JsonNode send(long in, String fields) {
        return guild.run(sending(in, fields));
    }

    private Calls sending(long in, String fields) {
        return call("executeWebhook")
                .query("{\"wait\":true,\"thread_id\":\"%d\"}".formatted(in))
                .body("{" + fields + "}");
    }

    private Calls message(String operation, JsonNode message) {
        return call(operation)
                .path("message_id", message.get("id").asText())
                .query("{\"thread_id\":\"%d\"}".formatted(thread));
    }

    private Calls call(String operation) {
        return Calls.of(operation, hook).bot().path("webhook_id", hook).path("channel_id", channel);
    }

    private static long id(JsonNode made) {
        return Snowflake.parse(made.get("id").asText());
    }
}
