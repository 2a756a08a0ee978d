package io.guildhall.guild.guild;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;

/** Whether moderators need a second factor. Only the guild's owner says so, and only with one. */
@Singleton
public final class SetMfaLevel implements GuildOperation {
    @Override
    public Operation operation() {
        return GuildOperations.SET_MFA_LEVEL;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        if (call.callerId() != guild.ownerId()) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        boolean proven = guild.storage()
                .row(Users.TABLE, call.callerId())
                .filter(row -> row.get(Users.MFA_ENABLED, false))
                .isPresent();
        if (!proven) {
            throw ApiException.of(ErrorCode.TWO_FACTOR_AUTHENTICATION_IS_REQUIRED);
        }
        MfaLevelBody body = MfaLevelBody.of(call.body());
        Patch patch = new Patch(guild.row(), call.audit().target(guild.id())).put(body.level(), Guilds.MFA_LEVEL);
        new GuildEdits(guild, changes).saveGuild(patch.row());
        return Reply.json(Json.object().put("level", body.level().required()));
    }
}
