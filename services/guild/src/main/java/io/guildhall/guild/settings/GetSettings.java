package io.guildhall.guild.settings;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.SettingsOperations;
import jakarta.inject.Singleton;

/** How the caller's clients are set up, as older ones see it. */
@Singleton
public final class GetSettings implements UserOperation {
    @Override
    public Operation operation() {
        return SettingsOperations.GET_SETTINGS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        return Reply.json(Settings.of(user).json());
    }
}
