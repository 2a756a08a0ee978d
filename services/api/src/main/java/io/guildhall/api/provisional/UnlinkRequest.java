package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Which player has an account of their own no more, as the bot of a game names them. */
public record UnlinkRequest(Given<String> externalUserId) {
    public static UnlinkRequest of(JsonNode body) {
        return new UnlinkRequest(new Fields(body).text("external_user_id"));
    }
}
