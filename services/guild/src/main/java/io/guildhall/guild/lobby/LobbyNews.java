package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.Write;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Tells a lobby's members what happens there. A command only writes down what is to be told; then each event goes to the members that the lobby
 * has by then, some of them at a time. So neither many members nor many changes at once make one batch large, and all members hear
 * everything in the same order.
 */
@Singleton
public final class LobbyNews implements LobbyStep {
    private static final String STEP = "lobbyNews";
    private static final String EVENT = "event";
    private static final String PAYLOAD = "payload";
    private static final String AFTER = "after";

    /** To so many at once, or fewer: together no more than {@link #ROOM}, so that the longest of events find room in a batch too. */
    static final int PIECE = 200;

    private static final int ROOM = Write.MOST_BYTES / 2;

    @Override
    public String step() {
        return STEP;
    }

    void tell(LobbyState lobby, PersonEvent name, ObjectNode payload, Changes changes) {
        changes.step(
                lobby.context().key(),
                STEP,
                Json.object().put(EVENT, name.name()).set(PAYLOAD, payload));
    }

    @Override
    public void handle(LobbyState lobby, JsonNode body, Changes changes) {
        Event event = event(PersonEvent.valueOf(body.path(EVENT).asText()), (ObjectNode) body.path(PAYLOAD));
        int most = Math.clamp(ROOM / event.getSerializedSize(), 1, PIECE);
        List<Long> piece = lobby.members().tailMap(body.path(AFTER).asLong() + 1).keySet().stream()
                .limit(most)
                .toList();
        piece.forEach(user -> changes.publish(Keys.user(user), event));
        if (piece.size() == most) {
            ObjectNode next = ((ObjectNode) body).put(AFTER, piece.getLast());
            changes.step(lobby.context().key(), STEP, next);
        }
    }

    static Event event(PersonEvent name, ObjectNode payload) {
        return Events.forPerson(name, payload).build();
    }
}
