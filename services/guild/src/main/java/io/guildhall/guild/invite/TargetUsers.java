package io.guildhall.guild.invite;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPermissions;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.InviteTargets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The people for whom an invite is: for others it does not exist. Lists are read where they are needed and not kept, since they may be long.
 *
 * @param users in the order of the list that was given
 * @param createdAt when it was given, in ms since 1970
 */
record TargetUsers(List<Long> users, long createdAt) {
    /** The list of an invite; empty when it is for everybody. */
    static Optional<TargetUsers> of(GuildState guild, GuildInvite invite) {
        return invite.targeted()
                ? guild.storage().row(InviteTargets.TABLE, invite.code()).map(TargetUsers::from)
                : Optional.empty();
    }

    static void save(GuildState guild, GuildInvite invite, List<Long> users, Changes changes) {
        changes.write(InviteBook.of(guild)
                .expiring(
                        Write.to(InviteTargets.TABLE, invite.code())
                                .set(InviteTargets.USERS, users)
                                .set(InviteTargets.CREATED_AT, guild.now())
                                .build(),
                        invite));
    }

    /** @throws ApiException 10006 for a stranger for whom the invite is not */
    static void requireSight(GuildState guild, GuildInvite invite, long userId) {
        boolean knows = invite.inviterId() == userId
                || guild.findMember(userId)
                        .filter(member -> administers(guild, member))
                        .isPresent();
        if (!knows) {
            require(guild, invite, userId);
        }
    }

    /** @throws ApiException 10006 for somebody who is not in the list */
    static void require(GuildState guild, GuildInvite invite, long userId) {
        // A list that is gone lets nobody in.
        if (invite.targeted()
                && of(guild, invite)
                        .filter(targets -> targets.users().contains(userId))
                        .isEmpty()) {
            throw ApiException.of(ErrorCode.UNKNOWN_INVITE);
        }
    }

    /** @throws ApiException 50013 for who neither made the invite nor has one of these permissions */
    static void requireAuthority(GuildState guild, GuildInvite invite, long userId, Permission... any) {
        GuildMember member = guild.member(userId);
        GuildPermissions permissions = guild.permissions();
        if (invite.inviterId() != userId && Arrays.stream(any).noneMatch(one -> permissions.has(member, one))) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    private static boolean administers(GuildState guild, GuildMember member) {
        return guild.permissions().has(member, Permission.MANAGE_GUILD)
                || guild.permissions().has(member, Permission.VIEW_AUDIT_LOG);
    }

    private static TargetUsers from(RowView row) {
        return new TargetUsers(row.get(InviteTargets.USERS, List.of()), row.get(InviteTargets.CREATED_AT, 0L));
    }
}
