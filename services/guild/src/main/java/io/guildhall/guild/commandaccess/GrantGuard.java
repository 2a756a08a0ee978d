package io.guildhall.guild.commandaccess;

import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;
import java.util.HashSet;
import java.util.Set;

/** Who may change which grants: those who manage the roles, members and channels that they are about. */
record GrantGuard(GuildState guild, GuildMember caller) {
    /** What stays as it is may be about something that is gone by now. */
    void requireChange(Grants before, Grants after) {
        Set<Grant> changed = new HashSet<>(before.all());
        after.all().stream().filter(grant -> !changed.remove(grant)).forEach(this::requireNew);
        changed.forEach(this::requireManaged);
    }

    private void requireNew(Grant grant) {
        switch (grant.type()) {
            case Grant.ROLE -> guild.role(grant.id());
            case Grant.USER -> {
                if (!guild.members().has(grant.id())) {
                    throw ApiException.of(ErrorCode.UNKNOWN_USER);
                }
            }
            default -> {
                if (grant.id() != Grants.everywhere(guild.id())) {
                    guild.channel(grant.id());
                }
            }
        }
        requireManaged(grant);
    }

    private void requireManaged(Grant grant) {
        boolean managed =
                switch (grant.type()) {
                    case Grant.ROLE -> managesRole(grant.id());
                    case Grant.USER ->
                        grant.id() == caller.id()
                                || guild.findMember(grant.id())
                                        .map(member -> guild.permissions().outranks(caller, member))
                                        .orElse(true);
                    default -> managesChannel(grant.id());
                };
        if (!managed) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    private boolean managesRole(long roleId) {
        return roleId == guild.id()
                || guild.findRole(roleId)
                        .map(role -> guild.permissions().outranks(caller, role))
                        .orElse(true);
    }

    private boolean managesChannel(long channelId) {
        return guild.findChannel(channelId)
                .map(channel -> guild.permissions().has(caller, channel, Permission.MANAGE_CHANNELS))
                .orElseGet(() -> guild.permissions().has(caller, Permission.MANAGE_CHANNELS));
    }
}
