package io.guildhall.guild.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Errand;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.webhookevent.WebhookEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LobbyMessagesTest {
    private final LobbyScene scene = new LobbyScene();
    private final long id = scene.lobby("{\"members\":[{\"id\":\"%d\"}]}".formatted(scene.alice));

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void areToldToMembersAndListedTheOldestFirst() {
        Town.json(scene.put(scene.alice, id, "{\"additional_name\":\"Al\"}"));
        scene.town.stage().takeSent();
        JsonNode said = say("one", ",\"metadata\":{\"k\":\"v\"},\"flags\":4097");
        assertThat(said.path("lobby_id").asText()).isEqualTo(Town.text(id));
        assertThat(said.path("channel_id").asText()).isEqualTo(Town.text(id));
        assertThat(said.at("/author/username").asText()).isEqualTo("alice");
        assertThat(said.at("/lobby_member/additional_name").asText()).isEqualTo("Al");
        assertThat(said.at("/metadata/k").asText()).isEqualTo("v");
        assertThat(said.path("flags").asInt()).isEqualTo(4096);
        assertThat(said.has("moderation_metadata")).isFalse();
        assertThat(scene.town.events("LOBBY_MESSAGE_CREATE")).containsExactly(said);
        say("two", "");
        Town.json(scene.put(scene.alice, id, "{\"additional_name\":\"Other\"}"));
        say("three", "");
        JsonNode kept = Town.json(scene.by(scene.alice, "listLobbyMessages", id, "{}", ""));
        assertThat(kept.at("/0/lobby_member/additional_name").asText())
                .as("as they were called then")
                .isEqualTo("Al");
        assertThat(kept.at("/0/metadata").isMissingNode())
                .as("for those who heard it")
                .isTrue();
        assertThat(listed("{}")).containsExactly("one", "two", "three");
        assertThat(listed("{\"limit\":2}")).containsExactly("two", "three");
    }

    /** By whoever asks the owner, at the lobby's own address where it has one. */
    @Test
    void areToldToTheApplicationOutside() {
        long own = scene.lobby(
                "{\"members\":[{\"id\":\"%d\"}],\"override_event_webhooks_url\":\"https://game.example/events\"}"
                        .formatted(scene.alice));
        for (long lobby : List.of(id, own)) {
            Outcome said = scene.by(scene.alice, "createLobbyMessage", lobby, "", "{\"content\":\"hello\"}");
            WebhookEvent event = told();
            assertThat(event.type()).isEqualTo(WebhookEvent.Type.LOBBY_MESSAGE_CREATE);
            assertThat(event.applicationId()).isEqualTo(scene.game);
            assertThat(event.data()).isEqualTo(Town.json(said));
            assertThat(event.url())
                    .isEqualTo(lobby == own ? Optional.of("https://game.example/events") : Optional.empty());
            Map<String, String> path =
                    Map.of("message_id", event.data().path("id").asText());
            scene.byGame("moderateLobbyMessage", lobby, path, "{\"verdict\":\"fine\"}");
            assertThat(scene.town.stage().takeErrands())
                    .as("what the application says itself")
                    .isEmpty();
        }
    }

    private WebhookEvent told() {
        List<Errand> errands = scene.town.stage().takeErrands();
        assertThat(errands).hasSize(1);
        return WebhookEvent.of(errands.getFirst());
    }

    @Test
    void areListedForThreeDays() {
        say("old", "");
        scene.town.clock().advance(Duration.ofHours(48));
        say("new", "");
        scene.town.clock().advance(Duration.ofHours(25));
        assertThat(listed("{}")).containsExactly("new");
    }

    @Test
    void areForMembersAndSaySomething() {
        assertThat(Town.code(scene.by(scene.bob, "createLobbyMessage", id, "", "{\"content\":\"x\"}")))
                .isEqualTo(ErrorCode.MISSING_ACCESS.number());
        assertThat(Town.code(scene.by(scene.bob, "listLobbyMessages", id, "{}", "")))
                .isEqualTo(ErrorCode.MISSING_ACCESS.number());
        for (String body : List.of("{}", "{\"content\":null}", "{\"content\":\"  \"}")) {
            assertThat(Town.code(scene.by(scene.alice, "createLobbyMessage", id, "", body)))
                    .isEqualTo(ErrorCode.CANNOT_SEND_AN_EMPTY_MESSAGE.number());
        }
    }

    @Test
    void bearWhatModerationSays() {
        String message = say("one", "").path("id").asText();
        scene.town.stage().takeSent();
        Map<String, String> path = Map.of("message_id", message);
        assertThat(scene.byGame("moderateLobbyMessage", id, path, "{\"verdict\":\"fine\"}")
                        .getSuccess()
                        .getStatus())
                .isEqualTo(204);
        JsonNode told = scene.town.events("LOBBY_MESSAGE_UPDATE").getFirst();
        assertThat(told.at("/moderation_metadata/verdict").asText()).isEqualTo("fine");
        scene.byGame("moderateLobbyMessage", id, path, "{\"verdict\":\"fine\"}");
        assertThat(scene.town.stage().takeSent()).isEmpty();
        assertThat(Town.json(scene.by(scene.alice, "listLobbyMessages", id, "{}", ""))
                        .get(0))
                .isEqualTo(told);
        assertThat(Town.code(scene.byGame("moderateLobbyMessage", id, Map.of("message_id", "5"), "{}")))
                .isEqualTo(ErrorCode.UNKNOWN_MESSAGE.number());
    }

    private JsonNode say(String content, String more) {
        return Town.json(
                scene.by(scene.alice, "createLobbyMessage", id, "", "{\"content\":\"" + content + "\"" + more + "}"));
    }

    private List<String> listed(String query) {
        return StreamSupport.stream(
                        Town.json(scene.by(scene.alice, "listLobbyMessages", id, query, ""))
                                .spliterator(),
                        false)
                .map(message -> message.path("content").asText())
                .toList();
    }
}
