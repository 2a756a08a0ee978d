package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A second factor that an account begins to ask for. */
public record EnableBody(Given<String> password, Given<String> secret, Given<String> code) {
    public static EnableBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new EnableBody(fields.text("password"), fields.text("secret"), fields.text("code"));
    }
}
