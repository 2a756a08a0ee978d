package io.guildhall.model.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/**
 * An interaction that an application is to be called with: what the channel's owner answers api instead of nothing, when the application
 * has named an address for it.
 *
 * @param interaction as the application gets it, with its id and its token
 */
public record Delivery(String url, long applicationId, JsonNode interaction) {
    public static Delivery of(JsonNode json) {
        return new Delivery(
                json.path("url").asText(),
                Snowflake.parse(json.path("application_id").asText()),
                json.path("interaction"));
    }

    public ObjectNode json() {
        return Json.object()
                .put("url", url)
                .put("application_id", Snowflake.format(applicationId))
                .set("interaction", interaction);
    }
}
