package io.guildhall.guild.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.EventSize;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.LobbyMembers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With as many members as may be, and with as much said of each as may be: nothing is too large for one batch. */
class FullLobbyTest {
    /** A character that takes the most bytes there are in JSON: six. */
    private static final String LONGEST = "\\u0001";

    private static final String METADATA = "{\"k\":\"" + LONGEST.repeat(999) + "\"}";

    private static final int COMING = 25;

    private final LobbyScene scene = new LobbyScene();
    private final Town town = scene.town;
    private final long id = scene.lobby("{\"members\":[{\"id\":\"%d\"}]}".formatted(scene.alice));

    @BeforeEach
    void fill() {
        town.rows()
                .writeNow(LongStream.range(1, LobbyEdits.MOST_MEMBERS - COMING)
                        .mapToObj(user -> Write.to(LobbyMembers.TABLE, id, user)
                                .set(LobbyMembers.METADATA, METADATA)
                                .set(LobbyMembers.FLAGS, 0L)
                                .build())
                        .toList());
        town.stage().restart();
        town.stage().takeSent();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void allHearWhatIsSaidOnce() {
        String content = "x" + LONGEST.repeat(3998) + "x";
        Town.json(scene.by(
                scene.alice,
                "createLobbyMessage",
                id,
                "",
                "{\"content\":\"" + content + "\",\"metadata\":" + METADATA + "}"));
        assertThat(scene.told(scene.alice)).containsExactly("LOBBY_MESSAGE_CREATE");
    }

    @Test
    void allHearWhatModerationSaysOnce() {
        String message = Town.json(scene.by(scene.alice, "createLobbyMessage", id, "", "{\"content\":\"x\"}"))
                .path("id")
                .asText();
        town.stage().takeSent();
        ObjectNode verdict = Json.object();
        for (int one = 0; one < 5; one++) {
            verdict.put("\u0001".repeat(1023) + one, "\u0001".repeat(2000));
        }
        scene.byGame("moderateLobbyMessage", id, Map.of("message_id", message), verdict.toString());
        List<Stage.Sent> sent = town.stage().takeSent();
        assertThat(LobbyScene.told(sent, scene.alice)).containsExactly("LOBBY_MESSAGE_UPDATE");
    }

    @Test
    void whoComesInSeesAllAndNoEventIsTooLarge() {
        assertThat(scene.put(scene.bob, id, "{}").hasSuccess()).isTrue();
        List<Stage.Sent> sent = town.stage().takeSent();
        assertThat(LobbyScene.told(sent, scene.bob)).startsWith("LOBBY_CREATE").contains("LOBBY_MEMBER_ADD");
        Set<String> seen = new TreeSet<>();
        for (Stage.Sent one : sent) {
            assertThat(one.event().getSerializedSize()).isLessThan(EventSize.MOST_BYTES);
            if (one.actor().equals(Keys.user(scene.bob))) {
                JsonNode payload = Json.parse(one.event().getPayload());
                seen.addAll(LobbyScene.members(payload));
                seen.add(payload.at("/member/id").asText(Town.text(scene.bob)));
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        LobbyScene.members(Town.json(scene.byGame("getLobby", id, Map.of(), ""))));
    }

    @Test
    void manyChangeAtOnce() {
        ArrayNode named = Json.array();
        for (int one = 0; one < COMING; one++) {
            named.addObject().put("id", Town.text(town.person("person" + one)));
        }
        assertThat(Town.json(scene.byGame("updateLobbyMembers", id, Map.of(), named.toString()))
                        .size())
                .isEqualTo(COMING);
        assertThat(LobbyScene.members(Town.json(scene.byGame("getLobby", id, Map.of(), ""))))
                .hasSize(LobbyEdits.MOST_MEMBERS);
        assertThat(Town.code(scene.put(scene.bob, id, "{}"))).isEqualTo(ErrorCode.INVALID_FORM_BODY.number());
        List<Stage.Sent> sent = town.stage().takeSent();
        assertThat(Collections.frequency(LobbyScene.told(sent, scene.alice), "LOBBY_MEMBER_ADD"))
                .isEqualTo(COMING);
        assertThat(sent.stream().filter(one -> one.event().getName().equals("LOBBY_CREATE")))
                .as("each who came in is shown the lobby")
                .hasSize(COMING);
    }

    @Test
    void oneTakesThePlaceOfAll() {
        String members = "{\"metadata\":{\"a\":\"b\"},\"members\":[{\"id\":\"%d\"}]}".formatted(scene.bob);
        assertThat(LobbyScene.members(Town.json(scene.byGame("updateLobby", id, Map.of(), members))))
                .as("there is room, since the others go")
                .containsExactly(Town.text(scene.bob));
        List<Stage.Sent> sent = town.stage().takeSent();
        assertThat(LobbyScene.told(sent, scene.alice)).containsExactly("LOBBY_DELETE");
        assertThat(LobbyScene.told(sent, scene.bob)).contains("LOBBY_CREATE");
    }

    @Test
    void itGoes() {
        assertThat(scene.byGame("deleteLobby", id, Map.of(), "").hasSuccess()).isTrue();
        assertThat(scene.told(scene.alice)).containsExactly("LOBBY_DELETE");
    }
}
