package io.guildhall.relay.audience;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Members of whom every permission question has one answer. Most members are equal when their roles are; those with an
 * overwrite of their own, with a time-out, and the guild's owner are classes of one.
 *
 * @param roles sorted
 * @param userId 0 for a class that members share
 * @param timedOutUntil in ms since 1970; 0 when not timed out
 */
record PermissionClass(long[] roles, long userId, long timedOutUntil) {
    /** The class of a member who shares it with everybody who has these roles. */
    static PermissionClass of(List<Long> roles) {
        return new PermissionClass(sorted(roles), 0, 0);
    }

    /** The class of one member. */
    static PermissionClass individual(List<Long> roles, long userId, long timedOutUntil) {
        return new PermissionClass(sorted(roles), userId, timedOutUntil);
    }

    boolean hasAny(Set<Long> wanted) {
        return !wanted.isEmpty() && Arrays.stream(roles).anyMatch(wanted::contains);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PermissionClass that
                && userId == that.userId
                && timedOutUntil == that.timedOutUntil
                && Arrays.equals(roles, that.roles);
    }

    @Override
    public int hashCode() {
        return (Arrays.hashCode(roles) * 31 + Long.hashCode(userId)) * 31 + Long.hashCode(timedOutUntil);
    }

    private static long[] sorted(List<Long> roles) {
        return roles.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }
}
