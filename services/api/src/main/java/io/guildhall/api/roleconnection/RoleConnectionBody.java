package io.guildhall.api.roleconnection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What an application tells of a person. */
public record RoleConnectionBody(Given<String> platformName, Given<String> platformUsername, Given<JsonNode> metadata) {
    public static RoleConnectionBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new RoleConnectionBody(
                fields.text("platform_name"), fields.text("platform_username"), fields.tree("metadata"));
    }
}
