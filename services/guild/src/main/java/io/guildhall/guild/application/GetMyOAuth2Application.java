package io.guildhall.guild.application;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import jakarta.inject.Singleton;

/** The application of the bot that asks, where some libraries look for it when they log in. */
@Singleton
public final class GetMyOAuth2Application implements UserOperation {
    private final ApplicationView view;

    public GetMyOAuth2Application(ApplicationView view) {
        this.view = view;
    }

    @Override
    public Operation operation() {
        return OAuth2Operations.GET_MY_OAUTH2_APPLICATION;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        return view.own(user);
    }
}
