package io.guildhall.guild.activity;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ActivityOperations;
import jakarta.inject.Singleton;

/** Somebody takes part in an activity no longer; who did not is answered the same. */
@Singleton
public final class LeaveActivity implements ChannelOperation {
    @Override
    public Operation operation() {
        return ActivityOperations.LEAVE_ACTIVITY;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        Activity.find(place, call.id("application_id")).ifPresent(activity -> activity.leave(call.callerId(), changes));
        return Reply.noContent();
    }
}
