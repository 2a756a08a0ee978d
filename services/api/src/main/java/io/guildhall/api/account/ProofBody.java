package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A token that came by mail. */
public record ProofBody(Given<String> token) {
    public static ProofBody of(JsonNode body) {
        return new ProofBody(new Fields(body).text("token"));
    }
}
