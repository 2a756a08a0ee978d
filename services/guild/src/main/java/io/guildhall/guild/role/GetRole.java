package io.guildhall.guild.role;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RoleOperations;
import jakarta.inject.Singleton;

/** One role of a guild. */
@Singleton
public final class GetRole implements GuildOperation {
    @Override
    public Operation operation() {
        return RoleOperations.GET_ROLE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        return Reply.json(guild.role(call.id("role_id")).payload());
    }
}
