package io.guildhall.guild.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.fakes.Calls;
import io.guildhall.guild.fakes.TestGuild;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that a person has for themselves, in a guild where it is not. */
class BroughtAlongTest {
    private static final String HELLO =
            "{\"type\":4,\"data\":{\"content\":\"hello\",\"components\":[{\"type\":1,\"components\":"
                    + "[{\"type\":2,\"style\":1,\"label\":\"x\",\"custom_id\":\"b\"}]}]}}";
    private static final String COMMAND = "\"data\":{\"id\":\"3000001\",\"version\":\"1\",\"options\":[]}";

    private final AppInGuild app = new BroughtGuild().app;

    @Test
    void isToldByWhomAndAnswersForAllToSee() {
        deny(Permission.MENTION_EVERYONE);
        app.run("[]");
        JsonNode told = received();
        assertThat(told.at("/authorizing_integration_owners"))
                .isEqualTo(Json.parse("{\"1\":\"" + AppInGuild.ANN + "\"}"));
        assertThat(told.path("context").asInt()).isZero();
        assertThat(Permission.parse(told.path("app_permissions").asText()) & Permission.MENTION_EVERYONE.mask())
                .isZero();
        app.guild.run(app.answer(told, HELLO));
        JsonNode message = message();
        assertThat(message.at("/author/username").asText()).isEqualTo("robot");
        assertThat(message.at("/interaction_metadata/authorizing_integration_owners/1")
                        .asText())
                .isEqualTo(Long.toString(AppInGuild.ANN));
        assertThat(app.original(told).get("id")).isEqualTo(message.get("id"));
    }

    @Test
    void speaksToOnePersonAloneWhereTheyMayBringNobody() {
        deny(Permission.USE_EXTERNAL_APPS);
        app.run("[]");
        app.guild.run(app.answer(received(), HELLO));
        Event sent = app.guild.takeEvents().stream()
                .filter(event -> event.getName().equals("MESSAGE_CREATE"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.getOnlyUsersList()).containsExactly(AppInGuild.ANN);
        assertThat(Json.parse(sent.getPayload()).path("flags").asInt() & 64).isEqualTo(64);
    }

    @Test
    void isForNobodyElse() {
        assertThat(app.guild.refusal(app.interaction(AppInGuild.BEN, 2, COMMAND)))
                .isEqualTo(ErrorCode.UNKNOWN_APPLICATION.number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"options\":[],\"integration_types\":[0],\"contexts\":[0]",
                "\"options\":[],\"integration_types\":[1],\"contexts\":[1,2]",
                "\"options\":[]"
            })
    void bringsOnlyWhatIsMeantForPeopleThere(String command) {
        app.command(command);
        assertThat(app.guild.refusal(app.interaction(AppInGuild.ANN, 2, COMMAND)))
                .isEqualTo(ErrorCode.UNKNOWN_APPLICATION_COMMAND.number());
    }

    @Test
    void saysFiveThingsMore() {
        app.run("[]");
        JsonNode told = received();
        app.guild.run(app.answer(told, HELLO));
        Calls more = app.bearer("executeWebhook", told).body("{\"content\":\"more\"}");
        for (int index = 0; index < 5; index++) {
            app.guild.run(more);
        }
        assertThat(app.guild.refusal(more))
                .isEqualTo(ErrorCode.THIS_INTERACTION_HAS_HIT_THE_MAXIMUM_NUMBER_OF_FOLLOW_UP_MESSAGES.number());
        app.guild.run(app.bearer("updateOriginalWebhookMessage", told).body("{\"content\":\"other\"}"));
    }

    @Test
    void isAnsweredByWhoeverSeesItsButtons() {
        app.run("[]");
        app.guild.run(app.answer(received(), HELLO));
        String press = "\"message_id\":\"%s\",\"data\":{\"component_type\":2,\"custom_id\":\"b\"}"
                .formatted(message().path("id").asText());
        app.guild.run(app.interaction(AppInGuild.BEN, 3, press));
        JsonNode told = received();
        assertThat(told.at("/authorizing_integration_owners/1").asText()).isEqualTo(Long.toString(AppInGuild.ANN));
        app.guild.run(app.answer(told, "{\"type\":7,\"data\":{\"content\":\"pressed\"}}"));
    }

    @Test
    void doesNothingInAGuildWithoutSuchAToken() {
        app.run("[]");
        JsonNode told = received();
        app.guild.run(app.answer(told, HELLO));
        assertThat(app.guild.refusal(Calls.of("createMessage", AppInGuild.BOT)
                        .bot()
                        .path("channel_id", app.channel)
                        .body("{\"content\":\"x\"}")))
                .isEqualTo(ErrorCode.MISSING_ACCESS.number());
        assertThat(app.guild.refusal(app.bearer("executeWebhook", told)
                        .path("interaction_id", 5)
                        .body("{\"content\":\"x\"}")))
                .isEqualTo(ErrorCode.MISSING_ACCESS.number());
    }

    @Test
    void ofABotThatWasThereTheButtonsAreDead() {
        app.guild.joinBot(AppInGuild.BOT, "robot");
        app.command("\"options\":[]");
        app.run("[]");
        JsonNode told = app.received();
        app.guild.run(app.answer(told, HELLO));
        String message = message().path("id").asText();
        app.guild.run(Calls.of("kickMember", TestGuild.OWNER)
                .path("guild_id", app.guild.id())
                .path("user_id", AppInGuild.BOT));
        assertThat(app.guild.refusal(app.interaction(
                        AppInGuild.ANN,
                        3,
                        "\"message_id\":\"%s\",\"data\":{\"component_type\":2,\"custom_id\":\"b\"}"
                                .formatted(message))))
                .isEqualTo(ErrorCode.UNKNOWN_APPLICATION.number());
        assertThat(app.guild.refusal(app.bearer("executeWebhook", told).body("{\"content\":\"x\"}")))
                .isEqualTo(ErrorCode.MISSING_ACCESS.number());
    }

    @Test
    void isListedForWhomItBelongsTo() {
        assertThat(names("getGuildCommandIndex", AppInGuild.ANN)).containsExactly("ask");
        assertThat(names("getChannelCommandIndex", AppInGuild.ANN)).containsExactly("ask");
        assertThat(names("getGuildCommandIndex", AppInGuild.BEN)).isEmpty();
        assertThat(names("getChannelCommandIndex", AppInGuild.BEN)).isEmpty();
        app.command("\"options\":[],\"integration_types\":[1],\"contexts\":[1]");
        assertThat(names("getChannelCommandIndex", AppInGuild.ANN)).isEmpty();
    }

    private void deny(Permission permission) {
        app.guild.run(Calls.of("setOverwrite", TestGuild.OWNER)
                .path("channel_id", app.channel)
                .path("overwrite_id", app.guild.id())
                .body("{\"type\":0,\"deny\":\"" + permission.mask() + "\"}"));
        app.guild.takeEvents();
    }

    private List<String> names(String index, long user) {
        return app.guild
                .run(Calls.of(index, user).path("guild_id", app.guild.id()).path("channel_id", app.channel))
                .path("application_commands")
                .findValuesAsText("name");
    }

    /** Its own actor tells its sessions. */
    private JsonNode received() {
        return app.guild.takeTells().stream()
                .filter(told -> told.getActor().equals(Keys.user(AppInGuild.BOT)) && told.hasPublish())
                .map(told -> told.getPublish().getEvent())
                .filter(event -> event.getName().equals("INTERACTION_CREATE") && event.getDirect())
                .map(event -> Json.parse(event.getPayload()))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no interaction"));
    }

    private JsonNode message() {
        return app.guild.takeEvents().stream()
                .filter(event -> event.getName().equals("MESSAGE_CREATE"))
                .map(event -> Json.parse(event.getPayload()))
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
