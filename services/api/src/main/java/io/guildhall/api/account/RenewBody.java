package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Who wants other backup codes. */
public record RenewBody(Given<String> password, Given<String> code) {
    public static RenewBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new RenewBody(fields.text("password"), fields.text("code"));
    }
}
