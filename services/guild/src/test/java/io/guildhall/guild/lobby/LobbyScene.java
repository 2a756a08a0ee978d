package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.Town;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Stage;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.catalogue.Lobbies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A game's application, people who play it, and its lobbies. */
final class LobbyScene implements AutoCloseable {
    final Town town = new Town();
    final long alice = town.person("alice");
    final long bob = town.person("bob");
    final long game = town.bot("game", alice);
    private final long other = town.bot("other", alice);

    /** The game's bot makes a lobby. */
    long lobby(String body) {
        long id = town.nextId();
        Town.json(byGame("createLobby", id, Map.of(), body));
        return id;
    }

    Outcome byGame(String operation, long lobby, Map<String, String> path, String body) {
        return call(operation, lobby, game, game, path, "", body);
    }

    Outcome byOtherGame(String operation, long lobby, Map<String, String> path, String body) {
        return call(operation, lobby, other, other, path, "", body);
    }

    /** The game does it for somebody. */
    Outcome by(long person, String operation, long lobby, String query, String body) {
        return call(operation, lobby, person, game, Map.of(), query, body);
    }

    JsonNode join(long person, long lobby, String more) {
        return Town.json(by(person, "joinLobby", lobby, "", "{\"secret\":\"open sesame\"" + more + "}"));
    }

    Outcome put(long person, long lobby, String body) {
        return byGame("putLobbyMember", lobby, Map.of("user_id", Town.text(person)), body);
    }

    private Outcome call(
            String operation, long lobby, long user, long game, Map<String, String> path, String query, String body) {
        Map<String, String> all = new HashMap<>(path);
        all.put("lobby_id", Town.text(lobby));
        Caller caller =
                Caller.newBuilder().setUserId(user).setApplicationId(game).build();
        return town.rest(Keys.lobby(lobby), operation, caller, all, query, body);
    }

    /** What is due at the lobby's own time. */
    void due(long lobby) {
        long due = town.rows().row(Lobbies.TABLE, lobby).orElseThrow().get(Lobbies.DUE_AT);
        town.stage()
                .run(Command.newBuilder()
                        .setActor(Keys.lobby(lobby))
                        .setInternal(Internal.newBuilder()
                                .setStep(LobbyLife.STEP)
                                .setBody(ByteString.copyFromUtf8("{\"due_at\":" + due + "}")))
                        .build());
    }

    boolean exists(long lobby) {
        return town.rows().row(Lobbies.TABLE, lobby).isPresent();
    }

    /** The names of the events that somebody was told since anything was taken, and forgets all. */
    List<String> told(long person) {
        return told(town.stage().takeSent(), person);
    }

    static List<String> told(List<Stage.Sent> sent, long person) {
        return sent.stream()
                .filter(one -> one.actor().equals(Keys.user(person)))
                .map(one -> one.event().getName())
                .toList();
    }

    static List<String> members(JsonNode lobby) {
        return StreamSupport.stream(lobby.path("members").spliterator(), false)
                .map(member -> member.path("id").asText())
                .toList();
    }

    @Override
    public void close() {
        town.close();
    }
}
