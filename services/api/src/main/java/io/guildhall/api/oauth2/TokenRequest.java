package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What an application wants tokens for. */
public record TokenRequest(
        Given<String> clientId,
        Given<String> clientSecret,
        Given<String> grantType,
        Given<String> code,
        Given<String> redirectUri,
        Given<String> codeVerifier,
        Given<String> refreshToken,
        Given<String> scope,
        Given<String> externalAuthType,
        Given<String> externalAuthToken) {
    public static TokenRequest of(JsonNode body) {
        Fields fields = new Fields(body);
        return new TokenRequest(
                fields.text("client_id"),
                fields.text("client_secret"),
                fields.text("grant_type"),
                fields.text("code"),
                fields.text("redirect_uri"),
                fields.text("code_verifier"),
                fields.text("refresh_token"),
                fields.text("scope"),
                fields.text("external_auth_type"),
                fields.text("external_auth_token"));
    }
}
