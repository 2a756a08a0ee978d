package io.guildhall.guild.member;

import io.guildhall.guild.authority.ListedRoles;
import io.guildhall.guild.authority.RoleGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPermissions;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one member may change about another. */
record MemberRules(GuildState guild, GuildMember caller, GuildMember target) {
    /** Whoever may only look because of its name may give itself another all the same. */
    void requireNick() {
        if (caller.id() == target.id()) {
            permissions().require(caller.withQuarantine(false), Permission.CHANGE_NICKNAME);
            return;
        }
        permissions().require(caller, Permission.MANAGE_NICKNAMES);
        permissions().requireOutranks(caller, target);
    }

    /** Muting and deafening need somebody who is in a voice channel, and no higher role. */
    void requireVoice(Permission needed) {
        permissions().require(caller, needed);
        if (guild.voice().find(target.id()).isEmpty()) {
            throw ApiException.of(ErrorCode.TARGET_USER_IS_NOT_CONNECTED_TO_VOICE);
        }
    }

    void requireModeration() {
        permissions().require(caller, Permission.MODERATE_MEMBERS);
        permissions().requireOutranks(caller, target);
    }

    /** Who may do everything can't be timed out; a time-out may always be ended. */
    void requireTimeout(boolean begins) {
        requireModeration();
        if (begins && permissions().has(target, Permission.ADMINISTRATOR)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    /** The roles asked for; every role that is given or taken must stand below the caller and not be managed. */
    List<Long> roles(List<Long> asked, Call call) {
        permissions().require(caller, Permission.MANAGE_ROLES);
        Set<Long> next = new LinkedHashSet<>(ListedRoles.of(guild.id(), asked));
        Set<Long> touched = new LinkedHashSet<>(next);
        touched.addAll(target.roleList());
        touched.removeIf(role -> next.contains(role) && target.hasRole(role));
        touched.forEach(new RoleGuard(guild, caller)::requireGiving);
        if (!touched.isEmpty()) {
            RoleAudit.write(guild, call, target, next);
        }
        return List.copyOf(next);
    }

    private GuildPermissions permissions() {
        return guild.permissions();
    }
}
