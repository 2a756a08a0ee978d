package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Who shows the password and, where the account asks for one, a code. */
public record PasswordAndCode(Given<String> password, Given<String> code) {
    public static PasswordAndCode of(JsonNode body) {
        Fields fields = new Fields(body);
        return new PasswordAndCode(fields.text("password"), fields.text("code"));
    }
}
