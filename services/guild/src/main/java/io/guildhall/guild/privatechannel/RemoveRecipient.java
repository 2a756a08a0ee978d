package io.guildhall.guild.privatechannel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import jakarta.inject.Singleton;

/** The owner takes somebody out of a group. */
@Singleton
final class RemoveRecipient implements PrivateOperation {
    private final Leaving leaving;

    RemoveRecipient(Leaving leaving) {
        this.leaving = leaving;
    }

    @Override
    public Operation operation() {
        return ChannelOperations.REMOVE_RECIPIENT;
    }

    @Override
    public Reply handle(PrivatePlace place, Call call, Changes changes) {
        place.requireGroup();
        long removed = call.id("user_id");
        if (removed != call.callerId() && place.channel().ownerId() != call.callerId()) {
            throw ApiException.forbidden(ErrorCode.MISSING_PERMISSIONS);
        }
        leaving.leave(place, removed, call.callerId(), false, changes);
        return Reply.noContent();
    }
}
