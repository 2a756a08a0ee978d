package io.guildhall.guild.application;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import jakarta.inject.Singleton;

/** The owner of an application, or its bot, changes it. */
@Singleton
public final class UpdateApplication implements UserOperation {
    @Override
    public Operation operation() {
        return ApplicationOperations.UPDATE_APPLICATION;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        return ApplicationChange.apply(user, call, changes);
    }
}
