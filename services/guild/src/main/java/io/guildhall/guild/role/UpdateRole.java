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

/** Changes a role that stands below the caller; nobody gives or takes what they may not do themselves. */
@Singleton
public final class UpdateRole implements GuildOperation {
    @Override
    public Operation operation() {
        return RoleOperations.UPDATE_ROLE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildRole before = guild.role(call.id("role_id"));
        GuildRole role = GuildRole.of(RoleFields.patch(
                before.row(), RoleBody.of(call.body()), call.audit().target(before.id())));
        new RoleGuard(guild, guild.member(call.callerId())).requireChange(before, role);
        new GuildEdits(guild, changes).saveRole(role);
        return Reply.json(role.payload());
    }
}
