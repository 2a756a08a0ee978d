package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What somebody is to administer. */
public record RoleBody(Given<String> role) {
    public static RoleBody of(JsonNode body) {
        return new RoleBody(new Fields(body).text("role"));
    }
}
