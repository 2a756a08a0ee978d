package io.guildhall.model.permission;

import java.util.Arrays;
import java.util.Map;

/**
 * The permissions of a guild's roles, ready for lookups that allocate nothing. Immutable; a change makes a new one.
 */
public final class RoleTable {
    private final long everyone;
    private final long[] ids;
    private final long[] permissions;

    private RoleTable(long everyone, long[] ids, long[] permissions) {
        this.everyone = everyone;
        this.ids = ids;
        this.permissions = permissions;
    }

    /**
     * @param guildId also the id of the @everyone role
     * @param permissionsByRole the permission set of every role, @everyone included
     */
    public static RoleTable of(long guildId, Map<Long, Long> permissionsByRole) {
        long[] ids = permissionsByRole.keySet().stream()
                .mapToLong(Long::longValue)
                .filter(id -> id != guildId)
                .sorted()
                .toArray();
        long[] permissions =
                Arrays.stream(ids).map(id -> permissionsByRole.get(id)).toArray();
        return new RoleTable(permissionsByRole.getOrDefault(guildId, Permission.NONE), ids, permissions);
    }

    /** What @everyone and these roles give together. Roles that do not exist give nothing. */
    public long union(long[] roles) {
        long union = everyone;
        for (long role : roles) {
            int index = Arrays.binarySearch(ids, role);
            if (index >= 0) {
                union |= permissions[index];
            }
        }
        return union;
    }
}
