package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import jakarta.inject.Singleton;

/** A member of a lobby that was asked is connected. */
@Singleton
public final class MemberIsHere implements LobbyStep {
    static final String STEP = "lobbyMemberIsHere";

    private final LobbyLife life;

    public MemberIsHere(LobbyLife life) {
        this.life = life;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public void handle(LobbyState lobby, JsonNode body, Changes changes) {
        life.used(lobby, changes);
    }
}
