package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** A lobby that nobody has used for a while asks whether this member is connected; who is not says nothing. */
@Singleton
public final class LobbyAwaits implements UserStep {
    public static final String STEP = "lobbyAwaits";
    static final String LOBBY_ID = "lobby_id";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        if (!user.context().audience().isEmpty()) {
            long lobby = Snowflake.parse(body.path(LOBBY_ID).asText("0"));
            changes.step(Keys.lobby(lobby), MemberIsHere.STEP, Json.object());
        }
        return Reply.noContent();
    }
}
