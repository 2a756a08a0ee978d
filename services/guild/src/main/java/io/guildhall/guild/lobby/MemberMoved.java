package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** A member has another account from now on. Asked by the account that was. */
@Singleton
public final class MemberMoved implements LobbyStep {
    private static final String STEP = "lobbyMemberMoved";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final LobbyEdits edits;

    public MemberMoved(LobbyEdits edits) {
        this.edits = edits;
    }

    /** Asks a lobby to put one account in the other's place. */
    public static void ask(long lobby, long from, long to, Changes changes) {
        changes.step(
                Keys.lobby(lobby),
                STEP,
                Json.object().put(FROM, Snowflake.format(from)).put(TO, Snowflake.format(to)));
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public void handle(LobbyState lobby, JsonNode body, Changes changes) {
        edits.move(
                lobby,
                Snowflake.parse(body.path(FROM).asText()),
                Snowflake.parse(body.path(TO).asText()),
                changes);
    }
}
