package io.guildhall.guild.role;

import io.guildhall.guild.authority.RoleGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RoleOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Roles;
import jakarta.inject.Singleton;

/** A new role below all others. Nobody gives it what they may not do themselves. */
@Singleton
public final class CreateRole implements GuildOperation {
    private final SnowflakeGenerator ids;

    public CreateRole(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return RoleOperations.CREATE_ROLE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long id = ids.next();
        RowView row = RoleFields.created(guild.id(), id, 1);
        row = Rows.with(row, Roles.PERMISSIONS, guild.everyone().permissions());
        row = RoleFields.patch(row, RoleBody.of(call.body()), call.audit().target(id));
        GuildRole role = GuildRole.of(row);
        new RoleGuard(guild, guild.member(call.callerId())).requireNew(role);
        new GuildEdits(guild, changes).saveRole(role);
        return Reply.json(role.payload());
    }
}
