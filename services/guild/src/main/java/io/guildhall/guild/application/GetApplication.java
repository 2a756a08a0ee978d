package io.guildhall.guild.application;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import jakarta.inject.Singleton;

/** An application, for its bot and its owner. */
@Singleton
public final class GetApplication implements UserOperation {
    private final ApplicationView view;

    public GetApplication(ApplicationView view) {
        this.view = view;
    }

    @Override
    public Operation operation() {
        return ApplicationOperations.GET_APPLICATION;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ApplicationAccess.requireManager(user, call);
        return view.own(user);
    }
}
