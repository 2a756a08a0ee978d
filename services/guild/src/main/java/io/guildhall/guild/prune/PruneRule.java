package io.guildhall.guild.prune;

import io.guildhall.guild.authority.ListedRoles;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPermissions;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.operation.catalogue.PruneOperations;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Users;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who has not been there for so long that it may be removed: people who bear no roles but these, who are not connected, and who neither
 * joined nor had a session, anywhere, since a moment. Bots stay, and so does the owner.
 *
 * @param days that went by
 * @param cutoff the moment, in ms since 1970
 * @param roles that keep nobody
 */
record PruneRule(int days, long cutoff, List<Long> roles) {
    static final int DAYS = 7;

    /** Refuses roles that do not exist, or that stand above what the caller may remove. */
    static PruneRule of(GuildState guild, long callerId, int days, List<Long> listed) {
        List<Long> roles = ListedRoles.of(guild.id(), listed);
        GuildMember caller = guild.member(callerId);
        roles.forEach(role -> guild.permissions().requireOutranks(caller, guild.role(role)));
        return new PruneRule(days, guild.now() - Duration.ofDays(days).toMillis(), roles);
    }

    /** False once whoever began may not begin it any more: the rights of one moment are no rights for all that a long prune does. */
    boolean isStillOf(GuildState guild, long callerId) {
        GuildPermissions permissions = guild.permissions();
        return guild.findMember(callerId)
                .filter(caller ->
                        Permission.holdsAll(permissions.of(caller), PruneOperations.BEGIN_PRUNE.permissions()))
                .filter(caller -> roles.stream()
                        .flatMap(role -> guild.findRole(role).stream())
                        .allMatch(role -> permissions.outranks(caller, role)))
                .isPresent();
    }

    /** What the guild knows itself. */
    boolean mayGo(GuildView guild, GuildMember member) {
        return member.joinedAt() < cutoff
                && member.id() != guild.ownerId()
                && Arrays.stream(member.roles()).allMatch(roles::contains)
                && !guild.presences().hasSession(member.id())
                && !member.bot();
    }

    /** What the account says. One that was never seen has no date. */
    boolean isAway(Optional<RowView> account) {
        return account.map(row -> row.get(Users.LAST_SEEN, 0L)).orElse(0L) < cutoff;
    }
}
