package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** The password of whoever is logged in. */
public record PasswordBody(Given<String> password) {
    public static PasswordBody of(JsonNode body) {
        return new PasswordBody(new Fields(body).text("password"));
    }
}
