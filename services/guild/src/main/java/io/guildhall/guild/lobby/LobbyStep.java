package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;

/** A step that another part of the cluster asks of a lobby that is there. Steps may come twice. */
public interface LobbyStep {
    /** The step's name. */
    String step();

    void handle(LobbyState lobby, JsonNode body, Changes changes);
}
