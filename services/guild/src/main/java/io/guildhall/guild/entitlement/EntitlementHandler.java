package io.guildhall.guild.entitlement;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;

/** One operation of an application, and what is done. */
record EntitlementHandler(Operation operation, Action action) implements UserOperation {
    interface Action {
        Reply run(UserState application, Call call, Changes changes);
    }

    @Override
    public Reply handle(UserState application, Call call, Changes changes) {
        return action.run(application, call, changes);
    }
}
