package io.guildhall.guild.role;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Roles;
import jakarta.inject.Singleton;

/** A new role below all others. Nobody gives it what they may not do themselves. */
@Singleton
public final class CreateRole implements GuildOperation {
    private static final int MAX_ROLES = 250;

    private final SnowflakeGenerator ids;

    public CreateRole(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Override
    public String operation() {
        return "createRole";
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        if (guild.roles().size() >= MAX_ROLES) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_GUILD_ROLES_REACHED);
        }
        long id = ids.next();
        RowView row = RoleFields.created(guild.id(), id, 1);
        row = Rows.with(row, Roles.PERMISSIONS, guild.everyone().permissions());
        row = RoleFields.patch(row, call.body(), call.audit().target(id));
        GuildRole role = GuildRole.of(row);
        if (call.has("permissions")) {
            guild.permissions().requireHeld(guild.member(call.callerId()), role.permissions());
        }
        new GuildEdits(guild, changes).saveRole(role);
        return Reply.json(role.payload());
    }
}
