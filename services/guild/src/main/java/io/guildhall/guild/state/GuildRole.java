package io.guildhall.guild.state;

import io.guildhall.model.payload.Role;
import io.guildhall.model.permission.RoleHierarchy;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Roles;

/** A role in memory. */
public record GuildRole(RowView row, long id, long position, long permissions, boolean managed) {
    public static GuildRole of(RowView row) {
        return new GuildRole(
                row,
                row.get(Roles.ROLE_ID),
                row.get(Roles.POSITION, 0L),
                row.get(Roles.PERMISSIONS, 0L),
                row.get(Roles.MANAGED, false));
    }

    public boolean outranks(GuildRole other) {
        return RoleHierarchy.outranks(position, id, other.position, other.id);
    }

    public String name() {
        return row.get(Roles.NAME, "");
    }

    public Role payload() {
        return Role.from(row);
    }
}
