package io.guildhall.guild.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.lobby.LobbySecret;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ChannelPurges;
import io.guildhall.model.table.catalogue.LobbyMembers;
import io.guildhall.model.table.catalogue.LobbyMemberships;
import io.guildhall.model.table.catalogue.LobbySecrets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LobbiesTest {
    private final LobbyScene scene = new LobbyScene();
    private final Town town = scene.town;

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aGameMakesOneWithMembersAndChangesIt() {
        long id = scene.lobby("{\"metadata\":{\"map\":\"dust\"},\"flags\":1,\"members\":[{\"id\":\"%d\",\"flags\":1}]}"
                .formatted(scene.alice));
        assertThat(scene.told(scene.alice)).containsExactly("LOBBY_CREATE", "LOBBY_MEMBER_ADD");
        town.stage().restart();
        JsonNode lobby = Town.json(scene.byGame("getLobby", id, Map.of(), ""));
        assertThat(lobby.toString()).isEqualTo("""
                {"id":"%d","application_id":"%d","metadata":{"map":"dust"},\
                "flags":1,"override_event_webhooks_url":null,"members":[{"id":"%d","metadata":null,"flags":1}]}\
                """.formatted(id, scene.game, scene.alice));

        JsonNode changed = Town.json(scene.byGame(
                "updateLobby",
                id,
                Map.of(),
                "{\"metadata\":null,\"members\":[{\"id\":\"%d\",\"metadata\":{\"team\":\"red\"}}]}"
                        .formatted(scene.bob)));

        assertThat(changed.path("metadata").isNull()).isTrue();
        assertThat(changed.path("flags").asInt()).isEqualTo(1);
        assertThat(LobbyScene.members(changed)).containsExactly(Town.text(scene.bob));
        List<Stage.Sent> sent = town.stage().takeSent();
        assertThat(LobbyScene.told(sent, scene.alice)).containsExactly("LOBBY_DELETE");
        assertThat(LobbyScene.told(sent, scene.bob)).endsWith("LOBBY_CREATE", "LOBBY_MEMBER_ADD");
    }

    @Test
    void isOfTheApplicationThatMadeIt() {
        long id = scene.lobby("{}");
        for (String operation : List.of("getLobby", "deleteLobby", "leaveLobby", "listLobbyMessages", "joinLobby")) {
            assertThat(Town.code(scene.byOtherGame(operation, id, Map.of(), "{}")))
                    .as(operation)
                    .isEqualTo(ErrorCode.UNKNOWN_LOBBY.number());
        }
        assertThat(Town.code(scene.byGame("getLobby", town.nextId(), Map.of(), "")))
                .isEqualTo(ErrorCode.UNKNOWN_LOBBY.number());
    }

    @Test
    void whoSaysTheSecretJoins() {
        long id = secret();
        JsonNode begun = scene.join(
                scene.alice, id, ",\"lobby_metadata\":{\"a\":\"b\"},\"member_metadata\":{\"c\":\"d\"},\"flags\":1");
        assertThat(begun.at("/metadata/a").asText()).isEqualTo("b");
        assertThat(begun.at("/members/0/metadata/c").asText()).isEqualTo("d");
        town.stage().takeSent();

        JsonNode joined = scene.join(scene.bob, id, ",\"lobby_metadata\":{\"a\":\"other\"}");

        assertThat(joined.at("/metadata/a").asText()).isEqualTo("other");
        assertThat(LobbyScene.members(joined)).containsExactly(Town.text(scene.alice), Town.text(scene.bob));
        List<Stage.Sent> sent = town.stage().takeSent();
        assertThat(LobbyScene.told(sent, scene.alice)).containsExactly("LOBBY_MEMBER_ADD", "LOBBY_UPDATE");
        assertThat(LobbyScene.told(sent, scene.bob))
                .containsExactly("LOBBY_CREATE", "LOBBY_MEMBER_ADD", "LOBBY_UPDATE");
        scene.join(scene.alice, id, "");
        assertThat(scene.told(scene.bob)).as("nothing new").isEmpty();
        scene.join(scene.alice, id, ",\"member_metadata\":null");
        assertThat(scene.told(scene.bob)).containsExactly("LOBBY_MEMBER_UPDATE");
    }

    @Test
    void whoLeavesIsGoneAndMayLeaveAgain() {
        long id = secret();
        scene.join(scene.alice, id, "");
        scene.join(scene.bob, id, "");
        town.stage().takeSent();
        assertThat(scene.by(scene.bob, "leaveLobby", id, "", "").getSuccess().getStatus())
                .isEqualTo(204);
        List<Stage.Sent> sent = town.stage().takeSent();
        assertThat(LobbyScene.told(sent, scene.alice)).containsExactly("LOBBY_MEMBER_REMOVE");
        assertThat(LobbyScene.told(sent, scene.bob)).containsExactly("LOBBY_DELETE");
        assertThat(scene.by(scene.bob, "leaveLobby", id, "", "").hasSuccess()).isTrue();
        assertThat(town.stage().takeSent()).isEmpty();
        assertThat(town.rows().all(LobbyMemberships.TABLE, scene.game, scene.bob))
                .isEmpty();
    }

    @Test
    void membersComeChangeAndGoSeveralAtOnce() {
        long id = scene.lobby("{}");
        assertThat(Town.json(scene.put(scene.alice, id, "{\"additional_name\":\"Al\"}"))
                        .toString())
                .isEqualTo("{\"id\":\"%d\",\"metadata\":null,\"flags\":0,\"additional_name\":\"Al\"}"
                        .formatted(scene.alice));
        assertThat(Town.json(scene.put(scene.alice, id, "{\"flags\":1}"))
                        .path("additional_name")
                        .asText())
                .isEqualTo("Al");
        String bulk = "[{\"id\":\"%d\",\"remove_member\":true},{\"id\":\"%d\",\"metadata\":{\"x\":\"y\"}}]";
        JsonNode present =
                Town.json(scene.byGame("updateLobbyMembers", id, Map.of(), bulk.formatted(scene.alice, scene.bob)));
        assertThat(present.size()).isEqualTo(1);
        assertThat(present.get(0).path("id").asText()).isEqualTo(Town.text(scene.bob));
        assertThat(Town.code(scene.byGame("updateLobbyMembers", id, Map.of(), bulk.formatted(scene.bob, 5))))
                .isEqualTo(ErrorCode.UNKNOWN_USER.number());
        assertThat(Town.code(scene.put(5, id, "{}"))).isEqualTo(ErrorCode.UNKNOWN_USER.number());
        Map<String, String> bob = Map.of("user_id", Town.text(scene.bob));
        assertThat(scene.byGame("removeLobbyMember", id, bob, "").hasSuccess()).isTrue();
        assertThat(scene.byGame("removeLobbyMember", id, bob, "").hasSuccess()).isTrue();
        assertThat(town.rows().all(LobbyMembers.TABLE, id)).isEmpty();
    }

    @Test
    void nobodyIsInMoreThanAHundredOfOneGame() {
        long id = scene.lobby("{}");
        remember(100);
        assertThat(Town.code(scene.put(scene.bob, id, "{}"))).isEqualTo(50035);
        assertThat(Town.code(scene.by(scene.bob, "joinLobby", id, "", "{\"secret\":\"x\"}")))
                .isEqualTo(50035);
        String two = "[{\"id\":\"%d\"},{\"id\":\"%d\"}]".formatted(scene.bob, scene.alice);
        assertThat(Town.json(scene.byGame("updateLobbyMembers", id, Map.of(), two))
                        .size())
                .isEqualTo(1);
        assertThat(LobbyScene.members(
                        Town.json(scene.byGame("updateLobby", id, Map.of(), "{\"members\":" + two + "}"))))
                .containsExactly(Town.text(scene.alice));
    }

    /** Each of them found room when it looked; the last ones know better afterwards. */
    @Test
    @Timeout(60)
    void lobbiesThatLetSomebodyInAtTheSameMomentKeepToIt() throws InterruptedException {
        remember(99);
        List<Long> ids = Stream.generate(() -> scene.lobby("{}")).limit(24).toList();
        try (ExecutorService games = Executors.newFixedThreadPool(8)) {
            ids.forEach(id -> games.execute(() -> scene.put(scene.bob, id, "{}")));
        }
        while (lobbiesOfBob() > 100) {
            Thread.sleep(5);
        }
        assertThat(lobbiesOfBob()).isEqualTo(100);
        assertThat(ids.stream().flatMap(id -> town.rows().all(LobbyMembers.TABLE, id).stream()))
                .hasSize(1);
    }

    @Test
    @Timeout(60)
    void whoIsInTooManyLeavesTheLast() throws InterruptedException {
        long id = scene.lobby("{}");
        assertThat(scene.put(scene.bob, id, "{}").hasSuccess()).isTrue();
        remember(100);
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.user(scene.bob))
                        .setInternal(Internal.newBuilder()
                                .setStep("countLobbies")
                                .setBody(Json.bytes(Json.object().put("application_id", Town.text(scene.game)))))
                        .build());
        while (lobbiesOfBob() > 100) {
            Thread.sleep(5);
        }
        assertThat(town.rows().all(LobbyMembers.TABLE, id)).isEmpty();
        assertThat(scene.told(scene.bob)).endsWith("LOBBY_DELETE");
    }

    private int lobbiesOfBob() {
        return town.rows().all(LobbyMemberships.TABLE, scene.game, scene.bob).size();
    }

    /** Bob is in so many others, since long ago. */
    private void remember(int others) {
        town.rows()
                .writeNow(LongStream.rangeClosed(1, others)
                        .mapToObj(one -> Write.to(LobbyMemberships.TABLE, scene.game, scene.bob, one)
                                .set(LobbyMemberships.JOINED_AT, 1L)
                                .build())
                        .toList());
    }

    @Test
    void metadataHasAThousandCharactersTogether() {
        String half = "x".repeat(499);
        String just = "{\"metadata\":{\"a\":\"%s\",\"b\":\"%s\"}}".formatted(half, half);
        long id = scene.lobby(just);
        String more = just.replace("\"b\"", "\"bb\"");
        assertThat(Town.code(scene.byGame("updateLobby", id, Map.of(), more))).isEqualTo(50035);
        assertThat(Town.code(scene.put(scene.bob, id, more))).isEqualTo(50035);
    }

    @Test
    void deletingForgetsEverything() {
        long id = secret();
        scene.join(scene.alice, id, "");
        town.stage().takeSent();
        Outcome deleted = scene.byGame("deleteLobby", id, Map.of(), "");
        assertThat(deleted.getSuccess().getStatus()).isEqualTo(204);
        assertThat(scene.told(scene.alice)).containsExactly("LOBBY_DELETE");
        assertThat(scene.exists(id)).isFalse();
        assertThat(town.rows().all(LobbyMembers.TABLE, id)).isEmpty();
        assertThat(town.rows().all(LobbyMemberships.TABLE, scene.game, scene.alice))
                .isEmpty();
        assertThat(town.rows().row(LobbySecrets.TABLE, scene.game, LobbySecret.digest("open sesame")))
                .isEmpty();
        assertThat(town.rows().row(ChannelPurges.TABLE, ChannelPurges.shard(id), id))
                .isPresent();
        assertThat(Town.code(scene.byGame("getLobby", id, Map.of(), ""))).isEqualTo(ErrorCode.UNKNOWN_LOBBY.number());
    }

    /** The id of a lobby that a secret leads to, and that is not there yet. */
    private long secret() {
        long id = town.nextId();
        town.rows()
                .writeNow(List.of(Write.to(LobbySecrets.TABLE, scene.game, LobbySecret.digest("open sesame"))
                        .set(LobbySecrets.LOBBY_ID, id)
                        .build()));
        return id;
    }
}
