package io.guildhall.model.permission;

import java.util.Arrays;
import java.util.Map;

/**
 * The permissions of a guild's roles, ready for lookups that allocate nothing. Immutable; a change makes a new one.
 */
public final class RoleTable {
    private final long everyone;
    private final IdIndex index;
    private final long[] permissions;

    private RoleTable(long everyone, long[] ids, long[] permissions) {
        this.everyone = everyone;
        this.index = new IdIndex(ids);
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
                .toArray();
        long[] permissions =
                Arrays.stream(ids).map(id -> permissionsByRole.get(id)).toArray();
        return new RoleTable(permissionsByRole.getOrDefault(guildId, Permission.NONE), ids, permissions);
    }

    /** What @everyone and these roles give together. Roles that do not exist give nothing. */
    public long union(long[] roles) {
        long union = everyone;
        for (long role : roles) {
            int place = index.find(role);
            if (place >= 0) {
                union |= permissions[place];
            }
        }
        return union;
    }
}
