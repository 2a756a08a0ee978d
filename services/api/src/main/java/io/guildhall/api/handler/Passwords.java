package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a change of an account says about its password. */
record Passwords(Given<String> password, Given<String> newPassword) {
    static Passwords of(JsonNode body) {
        Fields fields = new Fields(body);
        return new Passwords(fields.text("password"), fields.text("new_password"));
    }
}
