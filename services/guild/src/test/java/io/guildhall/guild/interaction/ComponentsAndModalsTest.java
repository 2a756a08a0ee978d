package io.guildhall.guild.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Applications;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentsAndModalsTest {
    private static final String ROWS = "\"components\":[{\"type\":1,\"components\":["
            + "{\"type\":2,\"style\":1,\"label\":\"Go\",\"custom_id\":\"go\"},"
            + "{\"type\":2,\"style\":1,\"label\":\"No\",\"custom_id\":\"no\",\"disabled\":true}]},"
            + "{\"type\":1,\"components\":[{\"type\":3,\"custom_id\":\"pick\",\"max_values\":2,\"options\":["
            + "{\"label\":\"A\",\"value\":\"a\"},{\"label\":\"B\",\"value\":\"b\"}]}]},"
            + "{\"type\":1,\"components\":[{\"type\":5,\"custom_id\":\"who\"}]}]";
    private static final String FORM =
            "{\"type\":9,\"data\":{\"custom_id\":\"form\",\"title\":\"Form\",\"components\":["
                    + "{\"type\":1,\"components\":[{\"type\":4,\"custom_id\":\"name\",\"label\":\"Name\",\"style\":1,"
                    + "\"max_length\":5}]},"
                    + "{\"type\":18,\"label\":\"Which\",\"component\":{\"type\":3,\"custom_id\":\"which\",\"options\":["
                    + "{\"label\":\"A\",\"value\":\"a\"}]}},"
                    + "{\"type\":18,\"label\":\"Sure\",\"component\":{\"type\":23,\"custom_id\":\"sure\"}},"
                    + "{\"type\":10,\"content\":\"Please\"}]}}";

    private final AppInGuild app = new AppInGuild();
    private final JsonNode message = app.guild.run(Calls.of("createMessage", AppInGuild.BOT)
            .bot()
            .bot()
            .path("channel_id", app.channel)
            .body("{\"content\":\"hi\"," + ROWS + "}"));

    @Test
    void aPressedButtonIsToldWithItsMessageAndAnsweredByAReply() {
        app.interact(3, use("go", 2, "[]"));

        JsonNode told = app.received();
        assertThat(told.at("/data/custom_id").asText()).isEqualTo("go");
        assertThat(told.at("/message/id")).isEqualTo(message.get("id"));
        app.guild.run(app.answer(told, "{\"type\":4,\"data\":{\"content\":\"gone\"}}"));
        JsonNode answer = app.original(told);
        assertThat(answer.at("/message_reference/message_id")).isEqualTo(message.get("id"));
        assertThat(answer.at("/interaction_metadata/interacted_message_id")).isEqualTo(message.get("id"));
        assertThat(answer.has("interaction")).isFalse();
    }

    @Test
    void whatAnApplicationSaysByAWebhookOfItsOwnIsUsedLikeWhatItsBotSays() {
        long hook = webhook(AppInGuild.BOT);
        JsonNode said = app.guild.run(Calls.of("executeWebhook", hook)
                .bot()
                .path("webhook_id", hook)
                .path("channel_id", app.channel)
                .query("{\"wait\":true}")
                .body("{\"content\":\"hi\"," + ROWS + "}"));
        app.interact(
                3, "\"message_id\":%s,\"data\":{\"component_type\":2,\"custom_id\":\"go\"}".formatted(said.get("id")));

        JsonNode told = app.received();
        assertThat(told.at("/message/id")).isEqualTo(said.get("id"));
        app.guild.run(app.answer(told, "{\"type\":7,\"data\":{\"content\":\"used\"}}"));
        assertThat(app.original(told).get("id")).isEqualTo(said.get("id"));
        assertThat(app.original(told).get("content").asText()).isEqualTo("used");
    }

    private long webhook(long bot) {
        app.guild.run(Calls.of("setOverwrite", TestGuild.OWNER)
                .path("channel_id", app.channel)
                .path("overwrite_id", bot)
                .body("{\"type\":1,\"allow\":\"" + Permission.MANAGE_WEBHOOKS.mask() + "\"}"));
        return app.guild
                .run(Calls.of("createWebhook", bot)
                        .bot()
                        .path("channel_id", app.channel)
                        .body("{\"name\":\"Hook\"}"))
                .get("id")
                .asLong();
    }

    /** What is answered is another's message, which the bot may not read. */
    @ParameterizedTest
    @CsvSource({"0,''", "262144,secret"})
    void aButtonOfAReplyDoesNotTellWhatItAnswers(long privileges, String told) {
        app.guild
                .storage()
                .write(List.of(Write.to(Applications.TABLE, AppInGuild.BOT)
                        .set(Applications.FLAGS, privileges)
                        .build()));
        JsonNode secret = app.guild.run(Calls.of("createMessage", AppInGuild.BEN)
                .path("channel_id", app.channel)
                .body("{\"content\":\"secret\"}"));
        JsonNode reply = app.guild.run(Calls.of("createMessage", AppInGuild.BOT)
                .bot()
                .bot()
                .path("channel_id", app.channel)
                .body("{\"content\":\"mine\",\"message_reference\":{\"message_id\":%s},%s}"
                        .formatted(secret.get("id"), ROWS)));

        app.interact(
                3, "\"message_id\":%s,\"data\":{\"component_type\":2,\"custom_id\":\"go\"}".formatted(reply.get("id")));

        JsonNode shown = app.received().get("message");
        assertThat(shown.get("content").asText()).isEqualTo("mine");
        assertThat(shown.at("/referenced_message/content").asText()).isEqualTo(told);
    }

    @Test
    void anUpdateChangesTheMessageItself() {
        app.interact(3, use("go", 2, "[]"));
        JsonNode told = app.received();
        JsonNode response = app.guild.run(
                app.answer(told, "{\"type\":7,\"data\":{\"content\":\"new\"}}").query("{\"with_response\":\"true\"}"));

        assertThat(response.at("/resource/message/content").asText()).isEqualTo("new");
        assertThat(response.at("/resource/type").asInt()).isEqualTo(7);
        assertThat(app.original(told).get("id")).isEqualTo(message.get("id"));
        assertThat(app.guild.takeNames()).containsExactly("MESSAGE_UPDATE", "INTERACTION_SUCCESS");
    }

    @Test
    void aDeferredUpdateShowsNothing() {
        app.interact(3, use("go", 2, "[]"));
        JsonNode told = app.received();
        app.guild.run(app.answer(told, "{\"type\":6}"));

        assertThat(app.guild.takeNames()).containsExactly("INTERACTION_SUCCESS");
        JsonNode edited =
                app.guild.run(app.bearer("updateOriginalWebhookMessage", told).body("{\"content\":\"late\"}"));
        assertThat(edited.get("id")).isEqualTo(message.get("id"));
    }

    @Test
    void onlyWhatTheMessageOffersCanBeUsed() {
        assertThat(refusal(use("no", 2, "[]"))).isEqualTo(50035);
        assertThat(refusal(use("other", 2, "[]"))).isEqualTo(50035);
        assertThat(refusal(use("go", 3, "[]"))).isEqualTo(50035);
        assertThat(refusal(use("pick", 3, "[\"c\"]"))).isEqualTo(50035);
        assertThat(refusal(use("pick", 3, "[]"))).isEqualTo(50035);
        assertThat(refusal(use("who", 5, "[\"99\"]"))).isEqualTo(50035);
        assertThat(refusal("\"message_id\":\"5\",\"data\":{\"component_type\":2,\"custom_id\":\"go\"}"))
                .isEqualTo(ErrorCode.UNKNOWN_MESSAGE.number());
    }

    @Test
    void whatIsChosenIsToldAndResolved() {
        app.interact(3, use("pick", 3, "[\"a\",\"b\"]"));
        assertThat(app.received().at("/data/values")).hasToString("[\"a\",\"b\"]");

        app.interact(3, use("who", 5, "[\"" + AppInGuild.BEN + "\"]"));
        assertThat(app.received()
                        .at("/data/resolved/users/" + AppInGuild.BEN + "/username")
                        .asText())
                .isEqualTo("ben");
    }

    @Test
    void buttonsOfWhatOnePersonSeesAreThatPersonsOnly() {
        app.interact(3, use("go", 2, "[]"));
        JsonNode told = app.received();
        app.guild.run(app.answer(told, "{\"type\":4,\"data\":{\"content\":\"psst\",\"flags\":64," + ROWS + "}}"));
        String use = "\"message_id\":%s,\"message_flags\":64,\"data\":{\"component_type\":2,\"custom_id\":\"go\"}"
                .formatted(app.original(told).get("id"));

        assertThat(app.guild.refusal(app.interaction(AppInGuild.BEN, 3, use)))
                .isEqualTo(ErrorCode.UNKNOWN_MESSAGE.number());
        app.interact(3, use);
        JsonNode again = app.received();
        app.guild.run(app.answer(again, "{\"type\":7,\"data\":{\"content\":\"done\",\"components\":[]}}"));
        Event update = app.guild.takeEvents().getFirst();
        assertThat(update.getName()).isEqualTo("MESSAGE_UPDATE");
        assertThat(update.getOnlyUsersList()).containsExactly(AppInGuild.ANN);
    }

    @Test
    void aFormIsOpenedForThePersonAndSentOff() {
        app.interact(3, use("go", 2, "[]"));
        JsonNode opening = app.received();
        app.guild.run(app.answer(opening, FORM));
        Event opened = app.guild.takeEvents().getFirst();
        assertThat(opened.getName()).isEqualTo("INTERACTION_MODAL_CREATE");
        assertThat(opened.getOnlyUsersList()).containsExactly(AppInGuild.ANN);
        JsonNode form = Json.parse(opened.getPayload());
        assertThat(form.at("/components/1/component/id").asInt()).isPositive();

        assertThat(refusalOfForm(
                        opening,
                        "[{\"type\":4,\"custom_id\":\"name\",\"value\":\"too long\"},"
                                + "{\"type\":3,\"custom_id\":\"which\",\"values\":[\"a\"]}]"))
                .isEqualTo(50035);
        assertThat(refusalOfForm(opening, "[{\"type\":4,\"custom_id\":\"name\",\"value\":\"Ann\"}]"))
                .isEqualTo(50035);
        app.interact(
                5,
                form(
                        opening,
                        "[{\"type\":1,\"components\":[{\"type\":4,\"custom_id\":\"name\","
                                + "\"value\":\"Ann\"}]},{\"type\":18,\"component\":{\"type\":3,\"custom_id\":\"which\","
                                + "\"values\":[\"a\"]}},{\"type\":18,\"component\":{\"type\":23,\"custom_id\":\"sure\","
                                + "\"value\":true}}]"));
        JsonNode told = app.received();
        assertThat(told.at("/data/custom_id").asText()).isEqualTo("form");
        assertThat(told.at("/data/components/0/components/0/value").asText()).isEqualTo("Ann");
        assertThat(told.at("/data/components/1/component/values/0").asText()).isEqualTo("a");
        assertThat(told.at("/data/components/2/component/value").asBoolean()).isTrue();
        assertThat(told.at("/data/components/3/type").asInt()).isEqualTo(10);
        assertThat(told.at("/message/id")).isEqualTo(message.get("id"));
        assertThat(app.guild.refusal(app.answer(told, FORM))).isEqualTo(50035);
        app.guild.run(app.answer(told, "{\"type\":7,\"data\":{\"content\":\"thanks\"}}"));
    }

    private String use(String customId, int type, String values) {
        return "\"message_id\":%s,\"data\":{\"component_type\":%d,\"custom_id\":\"%s\",\"values\":%s}"
                .formatted(message.get("id"), type, customId, values);
    }

    private int refusal(String fields) {
        return app.guild.refusal(app.interaction(AppInGuild.ANN, 3, fields));
    }

    private int refusalOfForm(JsonNode opening, String components) {
        return app.guild.refusal(app.interaction(AppInGuild.ANN, 5, form(opening, components)));
    }

    private static String form(JsonNode opening, String components) {
        return "\"data\":{\"id\":%s,\"custom_id\":\"form\",\"components\":%s}".formatted(opening.get("id"), components);
    }
}
