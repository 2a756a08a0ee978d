package io.guildhall.guild.authority;

import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPermissions;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;

/**
 * The one rule for roles, whichever way they change: what is made, changed, moved, given, taken or removed stands below the
 * caller, before and after, and nobody gives or takes a permission that they do not have themselves.
 */
public record RoleGuard(GuildState guild, GuildMember caller) {
    private static final int MOST = 250;

    /** Refuses one role more than a guild may have. */
    public void requireRoom() {
        if (guild.roles().size() >= MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_GUILD_ROLES_REACHED);
        }
    }

    /** A new role. What everybody may do needs no permission to be given. */
    public void requireNew(GuildRole role) {
        requireRoom();
        permissions().requireHeld(caller, role.permissions() & ~guild.everyone().permissions());
    }

    /** Any change of a role, of its position too. */
    public void requireChange(GuildRole before, GuildRole after) {
        permissions().requireOutranks(caller, before);
        if (before.position() != after.position()) {
            requireOrdinary(before);
            permissions().requireOutranks(caller, after);
        }
        permissions().requireHeld(caller, before.permissions() ^ after.permissions());
    }

    public void requireRemoval(GuildRole role) {
        requireUnmanaged(role);
        permissions().requireOutranks(caller, role);
    }

    /** Giving the role to a member, or taking it from one. */
    public void requireGiving(long roleId) {
        GuildRole role = guild.role(roleId);
        requireUnmanaged(role);
        permissions().requireOutranks(caller, role);
    }

    private void requireUnmanaged(GuildRole role) {
        requireOrdinary(role);
        if (role.managed()) {
            throw ApiException.of(ErrorCode.INVALID_ROLE);
        }
    }

    private void requireOrdinary(GuildRole role) {
        if (role.id() == guild.id()) {
            throw ApiException.of(ErrorCode.INVALID_ROLE);
        }
    }

    private GuildPermissions permissions() {
        return guild.permissions();
    }
}
