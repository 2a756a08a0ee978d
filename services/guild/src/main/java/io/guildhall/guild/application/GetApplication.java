package io.guildhall.guild.application;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.UserOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import jakarta.inject.Singleton;

/** An application, for its bot and its owner. */
@Singleton
public final class GetApplication implements UserOperation {
    @Override
    public String operation() {
        return "getApplication";
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ApplicationAccess.requireManager(user, call);
        return ApplicationView.own(user);
    }
}
