package io.guildhall.guild.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final String POLL = "{\"poll\":{\"question\":{\"text\":\"Tea?\"},"
            + "\"answers\":[{\"poll_media\":{\"text\":\"Yes\"}},{\"poll_media\":{\"text\":\"No\"}}]}}";
    private static final String HELLO = "{\"type\":4,\"data\":{\"content\":\"hello\"}}";
    private static final String WHISPER = "{\"type\":4,\"data\":{\"content\":\"psst\",\"flags\":64}}";

    private final AppInGuild app = new AppInGuild();
    private JsonNode interaction;

    @BeforeEach
    void run() {
        app.command("\"options\":[]");
        app.run("[]");
        interaction = app.received();
    }

    @Test
    void theAnswerIsAMessageOfTheChannelThatSaysWhatItAnswers() {
        app.guild.run(app.answer(interaction, HELLO));

        List<Event> events = app.guild.takeEvents();
        assertThat(AppInGuild.names(events)).containsExactly("MESSAGE_CREATE", "INTERACTION_SUCCESS");
        assertThat(events.getFirst().getOnlyUsersList()).isEmpty();
        assertThat(events.getLast().getOnlyUsersList()).containsExactly(AppInGuild.ANN);
        JsonNode message = Json.parse(events.getFirst().getPayload());
        assertThat(message.path("type").asInt()).isEqualTo(20);
        assertThat(message.path("webhook_id").asText()).isEqualTo(Long.toString(AppInGuild.BOT));
        assertThat(message.path("application_id").asText()).isEqualTo(Long.toString(AppInGuild.BOT));
        assertThat(message.at("/author/username").asText()).isEqualTo("robot");
        assertThat(message.at("/interaction_metadata/id")).isEqualTo(interaction.get("id"));
        assertThat(message.at("/interaction_metadata/user/username").asText()).isEqualTo("ann");
        assertThat(message.at("/interaction/name").asText()).isEqualTo("ask");
        assertThat(app.original(interaction).get("id")).isEqualTo(message.get("id"));
    }

    @Test
    void whoAsksGetsTheMessage() {
        JsonNode response = app.guild.run(app.answer(interaction, HELLO).query("{\"with_response\":\"true\"}"));

        assertThat(response.at("/interaction/id")).isEqualTo(interaction.get("id"));
        assertThat(response.at("/interaction/response_message_ephemeral").asBoolean())
                .isFalse();
        assertThat(response.at("/resource/message/content").asText()).isEqualTo("hello");
    }

    @Test
    void thereIsOneAnswer() {
        app.guild.run(app.answer(interaction, HELLO));

        assertThat(app.guild.refusal(app.answer(interaction, HELLO)))
                .isEqualTo(ErrorCode.INTERACTION_HAS_ALREADY_BEEN_ACKNOWLEDGED.number());
    }

    @Test
    void whatComesAfterThreeSecondsIsNone() {
        app.guild.clock().advance(Duration.ofSeconds(3).plusMillis(1));

        assertThat(app.guild.refusal(app.answer(interaction, HELLO))).isEqualTo(ErrorCode.UNKNOWN_INTERACTION.number());
        app.guild.runLaters();
        assertThat(app.guild.takeNames()).containsExactly("INTERACTION_FAILURE");
        assertThat(app.guild.refusal(app.bearer("executeWebhook", interaction).body("{\"content\":\"x\"}")))
                .isEqualTo(ErrorCode.UNKNOWN_WEBHOOK.number());
    }

    @Test
    void whatWasAnsweredDoesNotFail() {
        app.guild.run(app.answer(interaction, HELLO));
        app.guild.takeEvents();
        app.guild.runLaters();

        assertThat(app.guild.takeNames()).isEmpty();
    }

    @Test
    void anAnnouncedAnswerIsSaidOnceByTheFirstFollowUp() {
        app.guild.run(app.answer(interaction, "{\"type\":5}"));
        JsonNode loading = app.original(interaction);
        assertThat(loading.path("flags").asInt()).isEqualTo(128);

        JsonNode said = app.guild.run(app.bearer("executeWebhook", interaction).body("{\"content\":\"done\"}"));
        assertThat(said.get("id")).isEqualTo(loading.get("id"));
        assertThat(said.path("flags").asInt()).isZero();
        assertThat(said.path("edited_timestamp").isNull()).isTrue();
        JsonNode more = app.guild.run(app.bearer("executeWebhook", interaction).body("{\"content\":\"more\"}"));
        assertThat(more.get("id")).isNotEqualTo(loading.get("id"));
        assertThat(more.path("type").asInt()).isEqualTo(19);
        assertThat(more.at("/message_reference/message_id")).isEqualTo(loading.get("id"));
        assertThat(more.at("/interaction_metadata/original_response_message_id"))
                .isEqualTo(loading.get("id"));
        assertThat(app.guild.takeNames())
                .containsExactly("MESSAGE_CREATE", "INTERACTION_SUCCESS", "MESSAGE_UPDATE", "MESSAGE_CREATE");
    }

    @Test
    void anAnnouncedAnswerMayAskEverybody() {
        app.guild.run(app.answer(interaction, "{\"type\":5}"));

        JsonNode asked = app.guild.run(
                app.bearer("updateOriginalWebhookMessage", interaction).body(POLL));
        assertThat(asked.at("/poll/question/text").asText()).isEqualTo("Tea?");
        assertThat(asked.path("flags").asInt()).isZero();
        assertThat(app.guild.refusal(
                        app.bearer("updateOriginalWebhookMessage", interaction).body("{\"content\":\"No\"}")))
                .isEqualTo(ErrorCode.CANNOT_EDIT_A_POLL_MESSAGE.number());
    }

    @Test
    void whatWasSaidAlreadyAsksNobodyLater() {
        app.guild.run(app.answer(interaction, HELLO));

        assertThat(app.guild.refusal(
                        app.bearer("updateOriginalWebhookMessage", interaction).body(POLL)))
                .isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
    }

    @Test
    void whatOnePersonSeesAsksNobody() {
        app.guild.run(app.answer(interaction, "{\"type\":5,\"data\":{\"flags\":64}}"));

        assertThat(app.guild.refusal(app.bearer("executeWebhook", interaction).body(POLL)))
                .isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        assertThat(app.original(interaction).has("poll")).isFalse();
    }

    @Test
    void whatOnePersonSeesIsToldToNobodyElseAndIsInNoList() {
        app.guild.run(app.answer(interaction, WHISPER));

        Event told = app.guild.takeEvents().getFirst();
        assertThat(told.getName()).isEqualTo("MESSAGE_CREATE");
        assertThat(told.getOnlyUsersList()).containsExactly(AppInGuild.ANN);
        JsonNode message = app.original(interaction);
        assertThat(message.path("flags").asInt()).isEqualTo(64);
        assertThat(app.guild.state().channel(app.channel).lastMessageId()).isZero();

        JsonNode edited = app.guild.run(
                app.bearer("updateOriginalWebhookMessage", interaction).body("{\"content\":\"pssst\"}"));
        assertThat(edited.path("content").asText()).isEqualTo("pssst");
        app.guild.run(app.bearer("deleteOriginalWebhookMessage", interaction));
        assertThat(app.guild.takeEvents())
                .allSatisfy(event -> assertThat(event.getOnlyUsersList()).containsExactly(AppInGuild.ANN));
        assertThat(app.guild.refusal(app.bearer("getOriginalWebhookMessage", interaction)))
                .isEqualTo(ErrorCode.UNKNOWN_MESSAGE.number());
    }

    @Test
    void messagesOfOthersAreNotTheBearers() {
        app.guild.run(app.answer(interaction, HELLO));
        String other = app.guild
                .run(Calls.of("createMessage", AppInGuild.BOT)
                        .bot()
                        .bot()
                        .path("channel_id", app.channel)
                        .body("{\"content\":\"hi\"}"))
                .path("id")
                .asText();

        assertThat(app.guild.refusal(
                        app.bearer("deleteWebhookMessage", interaction).path("message_id", other)))
                .isEqualTo(ErrorCode.UNKNOWN_MESSAGE.number());
    }

    @Test
    void theAnswerOutlivesTheOwner() {
        app.guild.reload();
        app.guild.run(app.answer(interaction, HELLO));
        app.guild.reload();

        JsonNode edited = app.guild.run(
                app.bearer("updateOriginalWebhookMessage", interaction).body("{\"content\":\"again\"}"));
        assertThat(edited.path("edited_timestamp").isNull()).isFalse();
        app.guild.run(app.bearer("deleteOriginalWebhookMessage", interaction));
        assertThat(app.guild.takeNames()).contains("MESSAGE_UPDATE", "MESSAGE_DELETE");
    }
}
