package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Which token ends; the hint is of no use where a token says itself what it is. */
public record TokenRevocation(
        Given<String> clientId, Given<String> clientSecret, Given<String> token, Given<String> tokenTypeHint) {
    public static TokenRevocation of(JsonNode body) {
        Fields fields = new Fields(body);
        return new TokenRevocation(
                fields.text("client_id"),
                fields.text("client_secret"),
                fields.text("token"),
                fields.text("token_type_hint"));
    }
}
