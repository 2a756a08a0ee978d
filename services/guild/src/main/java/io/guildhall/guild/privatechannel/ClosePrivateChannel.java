package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import jakarta.inject.Singleton;

/** Takes a channel of two off the caller's list, and nothing is deleted; a group the caller leaves. */
@Singleton
final class ClosePrivateChannel implements PrivateOperation {
    private final Leaving leaving;

    ClosePrivateChannel(Leaving leaving) {
        this.leaving = leaving;
    }

    @Override
    public Operation operation() {
        return ChannelOperations.DELETE_CHANNEL;
    }

    @Override
    public Reply handle(PrivatePlace place, Call call, Changes changes) {
        if (place.channel().isGroup()) {
            ObjectNode left = place.payload(call.callerId());
            leaving.leave(place, call.callerId(), call.callerId(), call.queryFlag("silent"), changes);
            return Reply.json(left);
        }
        ObjectNode description = place.description(call.callerId());
        place.channel().hide(call.callerId());
        changes.step(PrivatePlace.actor(call.callerId()), HidePrivateChannel.STEP, description);
        return Reply.json(description.get("channel"));
    }
}
