package io.guildhall.guild.settings;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.body.Given;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.SettingsOperations;
import jakarta.inject.Singleton;
import java.util.List;

/** Changes how the caller's clients are set up, as older ones say it. */
@Singleton
public final class UpdateSettings implements UserOperation {
    @Override
    public Operation operation() {
        return SettingsOperations.UPDATE_SETTINGS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        SettingsMessage before = Settings.of(user).get(SettingsType.PRELOADED);
        SettingsMessage changed = before;
        List<Given<?>> given = SettingsBody.of(call.body()).all();
        for (LegacySetting setting : LegacySetting.values()) {
            if (given.get(setting.ordinal()).named()) {
                changed = setting.write(changed, call.body().get(setting.field()));
            }
        }
        if (!changed.equals(before)) {
            Settings.change(user, SettingsType.PRELOADED, changed, changes);
        }
        return Reply.json(Settings.of(user).json());
    }
}
