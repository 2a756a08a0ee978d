package io.guildhall.guild.application;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.UserOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import jakarta.inject.Singleton;

/** The application of the bot that asks. */
@Singleton
public final class GetMyApplication implements UserOperation {
    @Override
    public String operation() {
        return "getMyApplication";
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        return ApplicationView.own(user);
    }
}
