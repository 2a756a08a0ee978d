package io.guildhall.guild.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;

/** A step of a larger operation that another part of the cluster asks of a guild. Steps may come twice. */
public interface GuildStep {
    /** The step's name. */
    String step();

    Reply handle(GuildState guild, JsonNode body, Changes changes);
}
