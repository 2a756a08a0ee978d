package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.role.RoleBody;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A role that a new guild begins with; its id is a placeholder, which only ties the parts of the request together. */
public record RolePart(
        Given<Long> id,
        Given<String> name,
        Given<Long> permissions,
        Given<Long> color,
        Given<Boolean> hoist,
        Given<Boolean> mentionable) {
    public static RolePart of(JsonNode body) {
        Fields fields = new Fields(body);
        return new RolePart(
                fields.snowflake("id"),
                fields.text("name"),
                fields.permissions("permissions"),
                fields.number("color"),
                fields.flag("hoist"),
                fields.flag("mentionable"));
    }

    RoleBody body() {
        return new RoleBody(
                name,
                permissions,
                color,
                Given.absent("colors"),
                hoist,
                mentionable,
                Given.absent("icon"),
                Given.absent("unicode_emoji"));
    }
}
