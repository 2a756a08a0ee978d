package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Another password, by a token that came by mail. */
public record ResetBody(Given<String> token, Given<String> password) {
    public static ResetBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ResetBody(fields.text("token"), fields.text("password"));
    }
}
