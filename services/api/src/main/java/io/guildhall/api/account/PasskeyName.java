package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a device's key is called by its person. */
public record PasskeyName(Given<String> name) {
    public static PasskeyName of(JsonNode body) {
        return new PasskeyName(new Fields(body).text("name"));
    }
}
