package io.guildhall.guild.role;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Where a role shall stand. */
public record RolePosition(Given<Long> id, Given<Long> position) {
    static RolePosition of(JsonNode body) {
        Fields fields = new Fields(body);
        return new RolePosition(fields.snowflake("id"), fields.number("position"));
    }
}
