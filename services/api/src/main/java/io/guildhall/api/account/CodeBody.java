package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A code of the second factor. */
public record CodeBody(Given<String> code) {
    public static CodeBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new CodeBody(fields.text("code"));
    }
}
