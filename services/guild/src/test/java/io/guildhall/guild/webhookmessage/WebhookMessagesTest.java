package io.guildhall.guild.webhookmessage;

import static io.guildhall.guild.fakes.TestGuild.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Emojis;
import io.guildhall.model.table.catalogue.ExpressionOwners;
import io.guildhall.model.table.catalogue.WebhookAvatars;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class WebhookMessagesTest {
    private static final long BOT = 2_000_001;
    private static final long EMOJI = 900;
    private static final String BUTTON =
            "[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"x\",\"custom_id\":\"x\"}]}]";
    private static final String LINK =
            "[{\"type\":1,\"components\":[{\"type\":2,\"style\":5,\"label\":\"x\",\"url\":\"https://example.org\"}]}]";

    private final TestGuild guild = new TestGuild();
    private final long channel = guild.channel("general");
    private final long hook = create(Calls.of("createWebhook", OWNER));

    @Test
    void aMessageIsOfTheWebhookAndOfNoAccount() {
        guild.takeEvents();
        JsonNode sent = send("\"content\":\"hello\"");

        assertThat(sent.get("webhook_id").asText()).isEqualTo(Snowflake.format(hook));
        assertThat(sent.has("application_id")).isFalse();
        assertThat(sent.at("/author/username").asText()).isEqualTo("Hook");
        assertThat(sent.at("/author/discriminator").asText()).isEqualTo("0000");
        assertThat(sent.at("/author/bot").asBoolean()).isTrue();
        List<Event> told = guild.takeEvents();
        assertThat(told).extracting(Event::getName).containsExactly("MESSAGE_CREATE");
        JsonNode event = Json.parse(told.getFirst().getPayload());
        assertThat(event.get("content").asText()).isEqualTo("hello");
        assertThat(event.has("member")).isFalse();
    }

    @Test
    void withoutWaitingThereIsNoAnswer() {
        assertThat(guild.run(call("executeWebhook").body("{\"content\":\"x\"}")))
                .isEmpty();
    }

    @Test
    void aMessageMayGoByAnotherNameAndKeepsItWhateverBecomesOfTheWebhook() {
        JsonNode sent = send("\"content\":\"x\",\"username\":\"Smee\",\"avatar_url\":\"https://example.org/smee.png\"");
        assertThat(sent.at("/author/username").asText()).isEqualTo("Smee");
        String hash = sent.at("/author/avatar").asText();
        assertThat(guild.storage()
                        .row(WebhookAvatars.TABLE, hook, hash)
                        .orElseThrow()
                        .get(WebhookAvatars.URL))
                .isEqualTo("https://example.org/smee.png");
        guild.run(Calls.of("updateWebhook", OWNER).path("webhook_id", hook).body("{\"name\":\"Other\"}"));

        assertThat(guild.run(message("getWebhookMessage", sent))
                        .at("/author/username")
                        .asText())
                .isEqualTo("Smee");
        assertThat(refused("\"content\":\"x\",\"username\":\"Clyde\"")).isEqualTo(50035);
    }

    @Test
    void aWebhookEditsAndDeletesItsOwnMessagesAlone() {
        JsonNode sent = send("\"content\":\"x\"");
        JsonNode edited = guild.run(message("updateWebhookMessage", sent).body("{\"content\":\"y\"}"));
        assertThat(edited.get("content").asText()).isEqualTo("y");
        assertThat(edited.get("edited_timestamp").isNull()).isFalse();
        assertThat(edited.at("/author/username").asText()).isEqualTo("Hook");

        JsonNode other = guild.run(
                Calls.of("createMessage", OWNER).path("channel_id", channel).body("{\"content\":\"z\"}"));
        for (String operation : List.of("getWebhookMessage", "deleteWebhookMessage")) {
            assertThat(guild.refusal(message(operation, other))).isEqualTo(10008);
        }
        assertThat(guild.refusal(call("getOriginalWebhookMessage"))).isEqualTo(10008);
        guild.takeEvents();
        guild.run(message("deleteWebhookMessage", sent));
        assertThat(guild.takeNames()).containsExactly("MESSAGE_DELETE");
        assertThat(guild.refusal(message("getWebhookMessage", sent))).isEqualTo(10008);
    }

    @Test
    void aWebhookShowsEmojisOfElsewhereWhereEverybodyMayAndThoseOfItsApplicationAnyhow() {
        guild.joinBot(BOT, "robot");
        guild.storage()
                .write(List.of(
                        Write.to(Emojis.TABLE, BOT, EMOJI)
                                .set(Emojis.NAME, "anvil")
                                .build(),
                        Write.to(ExpressionOwners.TABLE, EMOJI)
                                .set(ExpressionOwners.KIND, ExpressionOwners.EMOJI)
                                .set(ExpressionOwners.OWNER_ID, BOT)
                                .build()));
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", BOT)
                .body("{\"type\":1,\"allow\":\"" + Permission.MANAGE_WEBHOOKS.mask() + "\"}"));
        long ofBot = create(Calls.of("createWebhook", BOT).bot());
        String text = "<:anvil:900> and <a:hammer:901>";
        assertThat(said(ofBot, text)).isEqualTo(text);

        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"deny\":\"" + Permission.USE_EXTERNAL_EMOJIS.mask() + "\"}"));
        assertThat(said(ofBot, text)).isEqualTo("<:anvil:900> and :hammer:");
        assertThat(said(hook, text)).isEqualTo(":anvil: and :hammer:");
    }

    private String said(long webhook, String text) {
        return guild.run(
                        call("executeWebhook", webhook).query("{\"wait\":true}").body("{\"content\":\"" + text + "\"}"))
                .path("content")
                .asText();
    }

    @Test
    void aWebhookMentionsEverybodyWhereEverybodyMay() {
        assertThat(send("\"content\":\"@everyone\"").get("mention_everyone").asBoolean())
                .isTrue();
        assertThat(send("\"content\":\"@everyone\",\"allowed_mentions\":{\"parse\":[]}")
                        .get("mention_everyone")
                        .asBoolean())
                .isFalse();
        guild.run(Calls.of("setOverwrite", OWNER)
                .path("channel_id", channel)
                .path("overwrite_id", guild.id())
                .body("{\"type\":0,\"allow\":\"0\",\"deny\":\"%d\"}".formatted(Permission.MENTION_EVERYONE.mask())));
        assertThat(send("\"content\":\"@everyone\"").get("mention_everyone").asBoolean())
                .isFalse();
    }

    @Test
    void nothingIsNoMessage() {
        assertThat(refused("\"content\":\" \"")).isEqualTo(50006);
        assertThat(refused("\"components\":" + LINK)).isEqualTo(50006);
    }

    @Test
    void onlyAnApplicationsWebhookSendsWhatPeopleUse() {
        assertThat(guild.refusal(call("executeWebhook")
                        .query("{\"with_components\":true}")
                        .body("{\"components\":" + BUTTON + "}")))
                .isEqualTo(50035);
        JsonNode shown = guild.run(call("executeWebhook")
                .query("{\"wait\":true,\"with_components\":true}")
                .body("{\"components\":" + LINK + "}"));
        assertThat(shown.get("components")).hasSize(1);
        assertThat(send("\"content\":\"x\",\"components\":" + BUTTON).get("components"))
                .isEmpty();

        guild.joinBot(BOT, "robot", guild.role("hooks", Permission.MANAGE_WEBHOOKS.mask(), 1));
        long own = create(Calls.of("createWebhook", BOT).bot());
        JsonNode sent =
                guild.run(call("executeWebhook", own).query("{\"wait\":true}").body("{\"components\":" + BUTTON + "}"));
        assertThat(sent.get("components")).hasSize(1);
        assertThat(sent.get("application_id").asText()).isEqualTo(Snowflake.format(BOT));
        assertThat(sent.at("/author/username").asText()).isEqualTo("Hook");
    }

    @Test
    void threadsAreNamedInForumsOnly() {
        assertThat(refused("\"content\":\"x\",\"thread_name\":\"t\"")).isEqualTo(220003);
        assertThat(guild.refusal(
                        call("executeWebhook").query("{\"thread_id\":\"5\"}").body("{\"content\":\"x\"}")))
                .isEqualTo(10003);
    }

    @Test
    void aWebhookThatIsGoneSendsNothing() {
        guild.run(Calls.of("deleteWebhook", OWNER).path("webhook_id", hook));
        assertThat(refused("\"content\":\"x\"")).isEqualTo(10015);
    }

    private JsonNode send(String fields) {
        return guild.run(call("executeWebhook").query("{\"wait\":true}").body("{" + fields + "}"));
    }

    private int refused(String fields) {
        try {
            send(fields);
        } catch (ApiException refused) {
            return refused.code();
        }
        return Assertions.fail("not refused");
    }

    private long create(Calls call) {
        return Snowflake.parse(guild.run(call.path("channel_id", channel).body("{\"name\":\"Hook\"}"))
                .get("id")
                .asText());
    }

    private Calls message(String operation, JsonNode message) {
        return call(operation).path("message_id", message.get("id").asText());
    }

    private Calls call(String operation) {
        return call(operation, hook);
    }

    private Calls call(String operation, long webhook) {
        return Calls.of(operation, webhook).bot().path("webhook_id", webhook).path("channel_id", channel);
    }
}
