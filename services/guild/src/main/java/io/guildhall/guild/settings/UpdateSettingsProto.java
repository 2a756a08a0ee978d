package io.guildhall.guild.settings;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.SettingsOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** Changes a message that the caller's clients keep. What is meant for an older state than the stored one is not taken, and the answer has the stored one. */
@Singleton
public final class UpdateSettingsProto implements UserOperation {
    private static final int MOST_BYTES = 150_000;

    @Override
    public Operation operation() {
        return SettingsOperations.UPDATE_SETTINGS_PROTO;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        SettingsType type = SettingsType.of(call.path("type"));
        SettingsProtoBody body = SettingsProtoBody.of(call.body());
        SettingsMessage before = Settings.of(user).get(type);
        if (body.requiredDataVersion().or(Long.MAX_VALUE) < before.dataVersion()) {
            return Reply.json(Json.object().put("settings", before.base64()).put("out_of_date", true));
        }
        SettingsMessage changed = before.replacedBy(body.message());
        if (changed.bytes().size() > MOST_BYTES) {
            throw ApiException.invalidField("settings", "BASE_TYPE_MAX_LENGTH", "There is too much of it.");
        }
        return Reply.json(Json.object()
                .put("settings", Settings.change(user, type, changed, changes).base64()));
    }
}
