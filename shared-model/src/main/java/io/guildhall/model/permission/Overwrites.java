package io.guildhall.model.permission;

import java.util.List;

/**
 * The permission overwrites of one channel, ready for lookups that allocate nothing. Immutable.
 */
public final class Overwrites {
    /** A channel without overwrites. */
    public static final Overwrites NONE = of(0, List.of());

    private final long everyoneAllow;
    private final long everyoneDeny;
    private final IdIndex roles;
    private final long[] roleAllow;
    private final long[] roleDeny;
    private final IdIndex members;
    private final long[] memberAllow;
    private final long[] memberDeny;

    /** One overwrite of a role or, when {@code member}, of a member. */
    public record Entry(long id, boolean member, long allow, long deny) {}

    private Overwrites(Entry everyone, List<Entry> roleEntries, List<Entry> memberEntries) {
        everyoneAllow = everyone.allow();
        everyoneDeny = everyone.deny();
        roles = new IdIndex(roleEntries.stream().mapToLong(Entry::id).toArray());
        roleAllow = roleEntries.stream().mapToLong(Entry::allow).toArray();
        roleDeny = roleEntries.stream().mapToLong(Entry::deny).toArray();
        members = new IdIndex(memberEntries.stream().mapToLong(Entry::id).toArray());
        memberAllow = memberEntries.stream().mapToLong(Entry::allow).toArray();
        memberDeny = memberEntries.stream().mapToLong(Entry::deny).toArray();
    }

    /** @param guildId also the id of the @everyone role */
    public static Overwrites of(long guildId, List<Entry> entries) {
        Entry everyone = entries.stream()
                .filter(entry -> !entry.member() && entry.id() == guildId)
                .findFirst()
                .orElse(new Entry(guildId, false, Permission.NONE, Permission.NONE));
        return new Overwrites(
                everyone,
                entries.stream()
                        .filter(entry -> !entry.member() && entry.id() != guildId)
                        .toList(),
                entries.stream().filter(Entry::member).toList());
    }

    /** True when this member has an overwrite of its own, so that the answer for its roles is not the answer for it. */
    public boolean hasMember(long userId) {
        return members.find(userId) >= 0;
    }

    /**
     * The permissions after the overwrites: everyone's, then all roles' together, then the member's.
     *
     * @param userId 0 leaves the member's overwrite out
     * @param memberRoles without @everyone
     */
    long apply(long permissions, long userId, long[] memberRoles) {
        long result = permissions & ~everyoneDeny | everyoneAllow;
        long allow = 0;
        long deny = 0;
        for (long role : memberRoles) {
            int place = roles.find(role);
            if (place >= 0) {
                allow |= roleAllow[place];
                deny |= roleDeny[place];
            }
        }
        result = result & ~deny | allow;
        int member = members.find(userId);
        return member < 0 ? result : result & ~memberDeny[member] | memberAllow[member];
    }
}
