package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.RolePermissions;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Roles;

/** A role as it was before it changed or went. */
record FormerRole(long id, long permissions) {
    static FormerRole of(GuildRole role) {
        return new FormerRole(role.id(), role.permissions());
    }

    static FormerRole of(JsonNode json) {
        return new FormerRole(
                Snowflake.parse(json.path("id").asText()),
                Permission.parse(json.path("permissions").asText()));
    }

    /** As it was in its guild, as far as permissions go. */
    GuildRole in(GuildView guild) {
        RowView row = guild.findRole(id).map(GuildRole::row).orElseGet(() -> Rows.create(Roles.TABLE, guild.id(), id));
        return GuildRole.of(Rows.with(row, Roles.PERMISSIONS, permissions));
    }

    RolePermissions visibility() {
        return RolePermissions.newBuilder()
                .setId(id)
                .setPermissions(permissions)
                .build();
    }

    ObjectNode toJson() {
        return Json.object().put("id", Snowflake.format(id)).put("permissions", Permission.format(permissions));
    }
}
