package io.guildhall.guild.application;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import jakarta.inject.Singleton;

/** The owner of an application deletes it, the way that people's own clients ask for it. */
@Singleton
public final class DeleteApplicationByPost implements UserOperation {
    @Override
    public Operation operation() {
        return ApplicationOperations.DELETE_APPLICATION_BY_POST;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        return ApplicationRemoval.apply(user, call, changes);
    }
}
