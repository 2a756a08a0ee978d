package io.guildhall.model.payload;

import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Overwrites;
import io.guildhall.model.permission.Permission;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One overwrite of a channel.
 *
 * @param type 0 for a role, 1 for a member
 * @param allow a permission set as a decimal string, and so is deny
 */
@RegisterForReflection
public record PermissionOverwrite(String id, int type, String allow, String deny) {
    public static final int ROLE = 0;
    public static final int MEMBER = 1;

    /** As the permission rules take it. */
    public Overwrites.Entry toEntry() {
        return new Overwrites.Entry(
                Snowflake.parse(id), type == MEMBER, Permission.parse(allow), Permission.parse(deny));
    }
}
