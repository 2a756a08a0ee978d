package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A player whom the bot of a game names. */
public record PlayerRequest(
        Given<String> externalUserId, Given<Long> provisionalUserId, Given<String> preferredGlobalName) {
    public static PlayerRequest of(JsonNode body) {
        Fields fields = new Fields(body);
        return new PlayerRequest(
                fields.text("external_user_id"),
                fields.snowflake("provisional_user_id"),
                fields.text("preferred_global_name"));
    }
}
