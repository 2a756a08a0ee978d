package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Who has forgotten a password. */
public record ForgottenBody(Given<String> login) {
    public static ForgottenBody of(JsonNode body) {
        return new ForgottenBody(new Fields(body).text("login"));
    }
}
