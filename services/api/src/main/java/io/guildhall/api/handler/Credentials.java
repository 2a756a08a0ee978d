package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What somebody says who logs in. */
record Credentials(Given<String> login, Given<String> password) {
    static Credentials of(JsonNode body) {
        Fields fields = new Fields(body);
        return new Credentials(fields.text("login"), fields.text("password"));
    }
}
