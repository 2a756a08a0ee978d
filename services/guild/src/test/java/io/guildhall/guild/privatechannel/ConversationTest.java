package io.guildhall.guild.privatechannel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Errand;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.OAuth2Grants;
import io.guildhall.model.webhookevent.WebhookEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What two say to each other in private in a game, and what its moderation says of that. */
class ConversationTest {
    private final Town town = new Town();
    private final long alice = town.person("alice");
    private final long bob = town.person("bob");
    private final long game = town.bot("game", alice);
    private final long otherGame = town.bot("other", alice);
    private final ActorKey channel = channel();

    @AfterEach
    void close() {
        town.close();
    }

    private ActorKey channel() {
        long guild = town.guild(alice);
        town.join(guild, alice, bob);
        Caller caller = Caller.newBuilder().setUserId(alice).build();
        JsonNode made = Town.json(town.rest(
                Keys.user(alice),
                "createPrivateChannel",
                caller,
                Map.of(),
                "",
                "{\"recipient_id\":\"%d\"}".formatted(bob)));
        return ActorKey.newBuilder()
                .setKind(ActorKind.PRIVATE_CHANNEL)
                .setId(made.path("id").asLong())
                .build();
    }

    @Test
    void whatIsSaidInAGameIsToldToItAndSaysSo() {
        JsonNode said = say(game);
        assertThat(said.path("application_id").asText()).isEqualTo(Town.text(game));
        WebhookEvent told = told();
        assertThat(told.type()).isEqualTo(WebhookEvent.Type.GAME_DIRECT_MESSAGE_CREATE);
        assertThat(told.applicationId()).isEqualTo(game);
        assertThat(told.data().path("content").asText()).isEqualTo("hello");
        assertThat(told.data().path("recipient_id").asText()).isEqualTo(Town.text(bob));
        by(alice, game, "updateMessage", said, "{\"content\":\"other\"}");
        WebhookEvent edited = told();
        assertThat(edited.type()).isEqualTo(WebhookEvent.Type.GAME_DIRECT_MESSAGE_UPDATE);
        assertThat(edited.data().path("content").asText()).isEqualTo("other");
        by(alice, game, "deleteMessage", said, "");
        assertThat(told().type()).isEqualTo(WebhookEvent.Type.GAME_DIRECT_MESSAGE_DELETE);
    }

    @Test
    void whatIsSaidOutsideIsToldToNoGame() {
        JsonNode said = say(0);
        assertThat(said.has("application_id")).isFalse();
        assertThat(town.stage().takeErrands()).isEmpty();
    }

    @Test
    void theGameSaysWhatItThinksOfAMessageUntilItIsAnother() {
        JsonNode said = say(game);
        told();
        town.stage().takeSent();
        assertThat(moderate(game, said, "{\"verdict\":\"fine\"}").getSuccess().getStatus())
                .isEqualTo(204);
        WebhookEvent told = told();
        assertThat(told.type()).isEqualTo(WebhookEvent.Type.GAME_DIRECT_MESSAGE_UPDATE);
        assertThat(told.data().at("/moderation_metadata/verdict").asText()).isEqualTo("fine");
        assertThat(town.events("MESSAGE_UPDATE"))
                .isNotEmpty()
                .allMatch(update ->
                        update.at("/moderation_metadata/verdict").asText().equals("fine"));
        town.stage().takeSent();
        moderate(game, said, "{\"verdict\":\"fine\"}");
        assertThat(town.stage().takeSent()).as("the same once more").isEmpty();
        JsonNode listed = Town.json(by(bob, 0, "getMessage", said, ""));
        assertThat(listed.at("/moderation_metadata/verdict").asText()).isEqualTo("fine");
        assertThat(Town.json(by(alice, game, "updateMessage", said, "{\"content\":\"other\"}"))
                        .has("moderation_metadata"))
                .isFalse();
    }

    @Test
    void forGamesThatNobodyOfTheTwoPlaysThereIsNoSuchChannel() {
        JsonNode said = say(game);
        JsonNode outside = say(0);
        assertThat(Town.code(moderate(otherGame, said, "{}"))).isEqualTo(ErrorCode.UNKNOWN_CHANNEL.number());
        assertThat(Town.code(moderate(game, outside, "{}"))).isEqualTo(ErrorCode.UNKNOWN_CHANNEL.number());
        plays(bob, otherGame, "sdk.social_layer", Duration.ofHours(1));
        plays(bob, game, "identify", Duration.ofHours(1));
        assertThat(moderate(otherGame, said, "{}").hasSuccess()).isTrue();
        assertThat(moderate(otherGame, outside, "{}").hasSuccess()).isTrue();
        assertThat(Town.code(moderate(game, outside, "{}"))).isEqualTo(ErrorCode.UNKNOWN_CHANNEL.number());
        town.clock().advance(Duration.ofHours(2));
        assertThat(Town.code(moderate(otherGame, outside, "{}"))).isEqualTo(ErrorCode.UNKNOWN_CHANNEL.number());
    }

    @Test
    void aMessageThatIsNotThereIsUnknownToAGameThatIsPlayed() {
        plays(alice, game, "sdk.social_layer", Duration.ofHours(1));
        assertThat(Town.code(town.rest(
                        channel, "moderateUserMessage", caller(game, game), Map.of("message_id", "5"), "", "{}")))
                .isEqualTo(ErrorCode.UNKNOWN_MESSAGE.number());
    }

    private void plays(long person, long application, String scopes, Duration time) {
        town.rows()
                .writeNow(List.of(Write.to(OAuth2Grants.TABLE, person, town.nextId())
                        .set(OAuth2Grants.APPLICATION_ID, application)
                        .set(OAuth2Grants.SCOPES, scopes)
                        .set(OAuth2Grants.EXPIRES_AT, town.clock().millis() + time.toMillis())
                        .build()));
    }

    private JsonNode say(long byGame) {
        return Town.json(by(alice, byGame, "createMessage", null, "{\"content\":\"hello\"}"));
    }

    private Outcome moderate(long byGame, JsonNode message, String verdict) {
        return by(byGame, byGame, "moderateUserMessage", message, verdict);
    }

    private Outcome by(long user, long application, String operation, JsonNode message, String body) {
        Map<String, String> path = new HashMap<>();
        path.put("channel_id", Town.text(channel.getId()));
        if (message != null) {
            path.put("message_id", message.path("id").asText());
        }
        return town.rest(channel, operation, caller(user, application), path, "", body);
    }

    private Caller caller(long user, long application) {
        return Caller.newBuilder()
                .setUserId(user)
                .setApplicationId(application)
                .setBot(user == game || user == otherGame)
                .build();
    }

    private WebhookEvent told() {
        List<Errand> errands = town.stage().takeErrands();
        assertThat(errands).hasSize(1);
        return WebhookEvent.of(errands.getFirst());
    }
}
