package io.guildhall.guild.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.rpc.ReadRequest;
import java.util.List;

/** A step that is asked of the owner of a channel, whether that is a guild or a private channel. Steps may come twice. */
public interface ChannelStep {
    /** Names the channel in a step's body. */
    String CHANNEL_ID = "channel_id";

    /** The step's name. */
    String step();

    Reply handle(Place place, JsonNode body, Changes changes);

    /** Reads that the handler will make, as the body alone tells; they are made while the step waits for its turn. */
    default List<ReadRequest> foreseen(JsonNode body) {
        return List.of();
    }
}
