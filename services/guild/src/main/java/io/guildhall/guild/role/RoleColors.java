package io.guildhall.guild.role;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** The colors of a role between which its name changes. */
public record RoleColors(Given<Long> primaryColor, Given<Long> secondaryColor, Given<Long> tertiaryColor) {
    static RoleColors of(JsonNode body) {
        Fields fields = new Fields(body);
        return new RoleColors(
                fields.number("primary_color"), fields.number("secondary_color"), fields.number("tertiary_color"));
    }
}
