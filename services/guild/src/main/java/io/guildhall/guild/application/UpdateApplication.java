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
    private final ApplicationView view;

    public UpdateApplication(ApplicationView view) {
        this.view = view;
    }

    @Override
    public Operation operation() {
        return ApplicationOperations.UPDATE_APPLICATION;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ApplicationChange.apply(user, call, changes);
        return view.own(user);
    }
}
