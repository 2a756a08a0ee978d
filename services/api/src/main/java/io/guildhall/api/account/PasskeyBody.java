package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Either step of adding a device's key. */
public record PasskeyBody(Given<String> password, Given<String> ticket, Given<String> name, Given<String> credential) {
    public static PasskeyBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new PasskeyBody(
                fields.text("password"), fields.text("ticket"), fields.text("name"), fields.text("credential"));
    }
}
