package io.guildhall.guild.role;

import io.guildhall.guild.authority.RoleGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RoleOperations;
import jakarta.inject.Singleton;

/** Deletes a role that stands below the caller, and takes it from everyone and every channel. */
@Singleton
public final class DeleteRole implements GuildOperation {
    @Override
    public Operation operation() {
        return RoleOperations.DELETE_ROLE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildRole role = guild.role(call.id("role_id"));
        new RoleGuard(guild, guild.member(call.callerId())).requireRemoval(role);
        call.audit().target(role.id()).change("name", role.name(), null);
        new GuildEdits(guild, changes).deleteRole(role);
        return Reply.noContent();
    }
}
