package io.guildhall.guild.role;

import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.authority.RoleGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildPayloads;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.body.Fields;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RoleOperations;
import io.guildhall.model.table.catalogue.Roles;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reorders roles. Those that move must stand below the caller, before and after. */
@Singleton
public final class UpdateRolePositions implements GuildOperation {
    private final AuditWriter audit;

    public UpdateRolePositions(AuditWriter audit) {
        this.audit = audit;
    }

    @Override
    public Operation operation() {
        return RoleOperations.UPDATE_ROLE_POSITIONS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        RoleGuard guard = new RoleGuard(guild, guild.member(call.callerId()));
        List<GuildRole> moved = new ArrayList<>();
        for (RolePosition asked : Fields.each(call.body(), RolePosition::of)) {
            GuildRole role = guild.role(asked.id().required());
            long position = asked.position().or(role.position());
            if (position != role.position()) {
                GuildRole next = GuildRole.of(Rows.with(role.row(), Roles.POSITION, position));
                guard.requireChange(role, next);
                moved.add(next);
            }
        }
        // All are checked as the roles stand now: a move never makes room for the next.
        GuildEdits edits = new GuildEdits(guild, changes);
        for (GuildRole role : moved) {
            AuditDraft draft = new AuditDraft().target(role.id());
            draft.change("position", guild.role(role.id()).position(), role.position());
            edits.saveRole(role);
            audit.entry(guild, call, AuditAction.ROLE_UPDATE, draft, changes);
        }
        return Reply.json(GuildPayloads.roles(guild));
    }
}
