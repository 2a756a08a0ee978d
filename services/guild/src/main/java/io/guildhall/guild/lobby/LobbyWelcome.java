package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.event.EventSize;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.table.RowView;
import jakarta.inject.Singleton;

/**
 * Shows the lobby to somebody who came in, each in a batch of their own since all members stand in it. In order with the lobby's news.
 * What a game keeps with a full lobby's members can be more than one event may be; then those who find no room in {@code LOBBY_CREATE} follow
 * at once as {@code LOBBY_MEMBER_ADD}.
 */
@Singleton
public final class LobbyWelcome implements LobbyStep {
    private static final String STEP = "lobbyWelcome";
    private static final String USER_ID = "user_id";

    /** Bytes of the members in one event; the rest of it is the lobby's own fields, a few thousand. */
    static final int ROOM = EventSize.MOST_BYTES / 2;

    @Override
    public String step() {
        return STEP;
    }

    void tell(LobbyState lobby, long userId, Changes changes) {
        changes.step(lobby.context().key(), STEP, Json.object().put(USER_ID, userId));
    }

    /** Nothing for who is gone again. */
    @Override
    public void handle(LobbyState lobby, JsonNode body, Changes changes) {
        long user = body.path(USER_ID).asLong();
        if (lobby.member(user).isPresent()) {
            show(lobby, Keys.user(user), changes);
        }
    }

    private static void show(LobbyState lobby, ActorKey user, Changes changes) {
        ArrayNode first = Json.array();
        ArrayNode others = Json.array();
        long bytes = 0;
        for (RowView row : lobby.members().values()) {
            ObjectNode member = LobbyView.member(row);
            bytes += Json.bytes(member).size() + 1;
            (bytes <= ROOM ? first : others).add(member);
        }
        ObjectNode whole = LobbyView.settings(lobby).set("members", first);
        changes.publish(user, LobbyNews.event(PersonEvent.LOBBY_CREATE, whole));
        others.forEach(member ->
                changes.publish(user, LobbyNews.event(PersonEvent.LOBBY_MEMBER_ADD, LobbyView.about(lobby, member))));
    }
}
