package io.guildhall.guild.privatechannel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import jakarta.inject.Singleton;

/** The channel as the caller sees it. */
@Singleton
final class GetPrivateChannel implements PrivateOperation {
    @Override
    public Operation operation() {
        return ChannelOperations.GET_CHANNEL;
    }

    @Override
    public Reply handle(PrivatePlace place, Call call, Changes changes) {
        return Reply.json(place.payload(call.callerId()));
    }
}
