package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;

/**
 * A session of a person, and what it says of them.
 *
 * @param id by what clients know it; empty when its gateway did not say
 * @param away whether it says that its person does not look at it ({@code afk})
 * @param waiting whether it has no connection, and waits to be resumed
 */
record OwnSession(String id, String status, JsonNode activities, boolean away, boolean waiting) {
    static OwnSession of(String id, ByteString presence) {
        JsonNode said = presence.isEmpty() ? Json.object() : Json.parse(presence);
        return new OwnSession(
                id,
                said.path("status").asText("online"),
                said.path("activities").isArray() ? said.get("activities") : Json.array(),
                said.path("afk").asBoolean(),
                said.path("waiting").asBoolean());
    }

    boolean looked() {
        return !away && !waiting;
    }

    boolean shown() {
        return !id.isEmpty() && !waiting;
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("session_id", id).put("status", status);
        json.set("activities", activities);
        json.putObject("client_info").put("version", 0).put("os", "unknown").put("client", "unknown");
        return json.put("active", looked());
    }
}
