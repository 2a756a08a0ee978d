package io.guildhall.guild.reaction;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ReactionOperations;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes the caller's own reaction back. */
@Singleton
public final class DeleteMyReaction implements ChannelOperation {
    @Override
    public Operation operation() {
        return ReactionOperations.DELETE_MY_REACTION;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return ReactedMessage.foreseen(call, call.getCaller().getUserId());
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        return ReactionRemoval.remove(place, call, call.callerId(), changes);
    }
}
