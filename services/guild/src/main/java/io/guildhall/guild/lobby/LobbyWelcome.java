package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** Shows the lobby to somebody who came in, each in a batch of their own since all members stand in it. In order with the lobby's news. */
@Singleton
public final class LobbyWelcome implements LobbyStep {
    private static final String STEP = "lobbyWelcome";
    private static final String USER_ID = "user_id";

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
            changes.publish(Keys.user(user), LobbyNews.event(PersonEvent.LOBBY_CREATE, LobbyView.json(lobby)));
        }
    }
}
