package io.guildhall.guild.applicationemoji;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Outcome;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationEmojisTest {
    private static final String NEW = "{\"name\":\"gear\",\"image\":\"a_0123456789abcdef0123456789abcdef\"}";

    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bot = town.bot("robot", alice);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void emojisAreMadeRenamedListedAndDeleted() {
        Outcome made = call("createApplicationEmoji", bot, "", NEW);
        String id = Town.json(made).path("id").asText();
        assertThat(made.getSuccess().getStatus()).isEqualTo(201);
        assertThat(Town.json(made).path("animated").asBoolean()).isTrue();
        assertThat(Town.json(made).at("/user/username").asText()).isEqualTo("robot");

        call("updateApplicationEmoji", alice, id, "{\"name\":\"wheel\"}");
        JsonNode listed = Town.json(call("listApplicationEmojis", bot, "", ""));
        assertThat(listed.path("items")).singleElement().satisfies(emoji -> {
            assertThat(emoji.path("name").asText()).isEqualTo("wheel");
            assertThat(emoji.at("/user/username").asText()).isEqualTo("robot");
        });
        assertThat(Town.json(call("getApplicationEmoji", bot, id, "")))
                .isEqualTo(listed.path("items").get(0));

        call("deleteApplicationEmoji", bot, id, "");
        Outcome gone = call("getApplicationEmoji", bot, id, "");
        assertThat(Town.code(gone)).isEqualTo(ErrorCode.UNKNOWN_EMOJI.number());
        assertThat(gone.getFailure().getStatus()).isEqualTo(404);
    }

    @Test
    void noTwoHaveOneName() {
        call("createApplicationEmoji", bot, "", NEW);
        Outcome again = call("createApplicationEmoji", bot, "", NEW);
        assertThat(Town.code(again)).isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        assertThat(again.toString()).contains("APPLICATION_EMOJI_NAME_ALREADY_TAKEN");
        String other = Town.json(call("createApplicationEmoji", bot, "", NEW.replace("gear", "wheel")))
                .path("id")
                .asText();
        assertThat(Town.code(call("updateApplicationEmoji", alice, other, "{\"name\":\"gear\"}")))
                .isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        Outcome same = call("updateApplicationEmoji", alice, other, "{\"name\":\"wheel\"}");
        assertThat(Town.json(same).path("name").asText()).isEqualTo("wheel");
    }

    @Test
    void strangersMayNot() {
        long bob = town.person("bob");
        assertThat(Town.code(call("listApplicationEmojis", bob, "", "")))
                .isEqualTo(ErrorCode.NOT_AUTHORIZED_TO_PERFORM_THIS_ACTION_ON_THIS_APPLICATION.number());
    }

    @Test
    void whoIsNoApplicationHasNone() {
        Map<String, String> path = Map.of("application_id", Town.text(alice));
        assertThat(Town.code(town.rest(Keys.user(alice), "listApplicationEmojis", alice, path, "", "")))
                .isEqualTo(ErrorCode.UNKNOWN_APPLICATION.number());
    }

    private Outcome call(String operation, long caller, String emoji, String body) {
        Map<String, String> path = Map.of("application_id", Town.text(bot), "emoji_id", emoji);
        return town.rest(Keys.user(bot), operation, caller, path, "", body);
    }
}
