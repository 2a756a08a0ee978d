package io.guildhall.guild.reaction;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MessageEvents;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ReactionOperations;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes all reactions of a message away. */
@Singleton
public final class DeleteAllReactions implements ChannelOperation {
    @Override
    public Operation operation() {
        return ReactionOperations.DELETE_ALL_REACTIONS;
    }

    @Override
    public List<ReadRequest> foreseen(RestCall call) {
        return MessageReads.named(call);
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        ReactedMessage message = ReactedMessage.find(place, call);
        message.removeAll(changes);
        MessageEvents.about(DispatchEvent.MESSAGE_REACTION_REMOVE_ALL, place, message.payload(), changes);
        return Reply.noContent();
    }
}
