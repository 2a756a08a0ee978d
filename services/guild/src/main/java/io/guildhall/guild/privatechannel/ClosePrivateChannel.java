package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;

/** Takes the channel off the caller's list; nothing is deleted. */
final class ClosePrivateChannel implements PrivateOperation {
    @Override
    public Operation operation() {
        return ChannelOperations.DELETE_CHANNEL;
    }

    @Override
    public Reply handle(PrivatePlace place, Call call, Changes changes) {
        ObjectNode description = place.description(call.callerId());
        place.channel().hide(call.callerId());
        changes.step(PrivatePlace.actor(call.callerId()), HidePrivateChannel.STEP, description);
        return Reply.json(description.get("channel"));
    }
}
