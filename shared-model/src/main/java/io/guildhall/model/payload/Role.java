package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A role of a guild. */
@RegisterForReflection
public record Role(
        String id,
        String name,
        String description,
        int color,
        RoleColors colors,
        boolean hoist,
        String icon,
        String unicodeEmoji,
        int position,
        String permissions,
        boolean managed,
        boolean mentionable,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode tags,
        int flags) {

    /** Reads a row of {@link Roles}. */
    public static Role from(RowView row) {
        int color = row.get(Roles.COLOR, 0L).intValue();
        return new Role(
                Snowflake.format(row.get(Roles.ROLE_ID)),
                row.get(Roles.NAME),
                null,
                color,
                new RoleColors(
                        color,
                        Numbers.toInteger(row.get(Roles.SECONDARY_COLOR)),
                        Numbers.toInteger(row.get(Roles.TERTIARY_COLOR))),
                row.get(Roles.HOIST, false),
                row.get(Roles.ICON),
                row.get(Roles.UNICODE_EMOJI),
                row.get(Roles.POSITION, 0L).intValue(),
                Permission.format(row.get(Roles.PERMISSIONS, 0L)),
                row.get(Roles.MANAGED, false),
                row.get(Roles.MENTIONABLE, false),
                row.find(Roles.TAGS).map(Json::parse).orElse(null),
                row.get(Roles.FLAGS, 0L).intValue());
    }
}
