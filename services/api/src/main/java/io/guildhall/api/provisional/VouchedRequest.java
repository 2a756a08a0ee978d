package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A game that comes by its id and secret, with a player whom somebody else vouches for. */
public record VouchedRequest(
        Given<Long> clientId,
        Given<String> clientSecret,
        Given<String> externalAuthToken,
        Given<String> externalAuthType) {
    public static VouchedRequest of(JsonNode body) {
        Fields fields = new Fields(body);
        return new VouchedRequest(
                fields.snowflake("client_id"),
                fields.text("client_secret"),
                fields.text("external_auth_token"),
                fields.text("external_auth_type"));
    }
}
