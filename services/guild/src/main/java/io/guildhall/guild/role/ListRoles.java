package io.guildhall.guild.role;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildPayloads;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RoleOperations;
import jakarta.inject.Singleton;

/** Every role of a guild. */
@Singleton
public final class ListRoles implements GuildOperation {
    @Override
    public Operation operation() {
        return RoleOperations.LIST_ROLES;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        return Reply.json(GuildPayloads.roles(guild));
    }
}
