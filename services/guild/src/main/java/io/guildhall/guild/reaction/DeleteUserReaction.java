package io.guildhall.guild.reaction;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ReactionOperations;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes somebody else's reaction away. */
@Singleton
public final class DeleteUserReaction implements ChannelOperation {
    @Override
    public Operation operation() {
        return ReactionOperations.DELETE_USER_REACTION;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return ReactedMessage.foreseen(
                call, MessageReads.id(call.getPathOrDefault("user_id", "")).orElse(0));
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        return ReactionRemoval.remove(place, call, call.id("user_id"), changes);
    }
}
