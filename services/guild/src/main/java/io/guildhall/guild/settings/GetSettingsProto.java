package io.guildhall.guild.settings;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.SettingsOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** A message that the caller's clients keep. */
@Singleton
public final class GetSettingsProto implements UserOperation {
    @Override
    public Operation operation() {
        return SettingsOperations.GET_SETTINGS_PROTO;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        SettingsType type = SettingsType.of(call.path("type"));
        return Reply.json(
                Json.object().put("settings", Settings.of(user).get(type).base64()));
    }
}
