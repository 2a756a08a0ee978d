package io.guildhall.guild.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.rpc.ReadRequest;
import java.util.List;

/** A step of a larger operation that another part of the cluster asks of a guild. Steps may come twice. */
public interface GuildStep {
    /** The step's name. */
    String step();

    Reply handle(GuildState guild, JsonNode body, Changes changes);

    /** True when it is asked of a guild that does not exist any more: it removes what is left of it. */
    default boolean afterDeletion() {
        return false;
    }

    /** Reads that the handler will make, as the body alone tells; they are made while the step waits for its turn. */
    default List<ReadRequest> foreseen(long guildId, JsonNode body) {
        return List.of();
    }
}
