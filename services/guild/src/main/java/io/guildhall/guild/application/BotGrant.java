package io.guildhall.guild.application;

import io.guildhall.guild.authority.RoleGuard;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.BotRoles;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.catalogue.Roles;
import java.util.Optional;
import java.util.OptionalLong;

/** The role that a member gives a bot, or changes, by authorising it: under the same rule as any other role. */
record BotGrant(GuildState guild, GuildMember caller, SnowflakeGenerator ids, AuditDraft audit, Changes changes) {
    /** @param asked empty leaves a role as it is */
    Optional<GuildRole> role(long bot, String name, OptionalLong asked) {
        long held = guild.permissions().of(caller);
        long wanted = asked.orElse(Permission.NONE) & held;
        Optional<GuildRole> existing = new BotRoles(guild, changes).find(bot);
        if (existing.isEmpty()) {
            return wanted == Permission.NONE ? unchanged(existing) : Optional.of(made(bot, name, wanted));
        }
        GuildRole before = existing.get();
        long permissions = asked.isPresent() ? before.permissions() & ~held | wanted : before.permissions();
        return permissions == before.permissions() ? unchanged(existing) : Optional.of(changed(before, permissions));
    }

    private Optional<GuildRole> unchanged(Optional<GuildRole> role) {
        audit.skip();
        return role;
    }

    private GuildRole made(long bot, String name, long permissions) {
        GuildRole role = new BotRoles(guild, changes).fresh(ids.next(), bot, name, permissions);
        new RoleGuard(guild, caller).requireNew(role);
        new GuildEdits(guild, changes).saveRole(role);
        audit.action(AuditAction.ROLE_CREATE)
                .target(role.id())
                .change("name", null, name)
                .change("permissions", null, Permission.format(permissions));
        return role;
    }

    private GuildRole changed(GuildRole before, long permissions) {
        GuildRole role = GuildRole.of(Rows.with(before.row(), Roles.PERMISSIONS, permissions));
        new RoleGuard(guild, caller).requireChange(before, role);
        new GuildEdits(guild, changes).saveRole(role);
        audit.action(AuditAction.ROLE_UPDATE)
                .target(role.id())
                .change("permissions", Permission.format(before.permissions()), Permission.format(permissions));
        return role;
    }
}
