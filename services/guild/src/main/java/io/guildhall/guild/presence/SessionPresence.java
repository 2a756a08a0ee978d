package io.guildhall.guild.presence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;

/** What one session said about its user: a status, and a list of activities as JSON. */
public record SessionPresence(String status, JsonNode activities) {
    static final String OFFLINE = "offline";
    private static final String ONLINE = "online";
    private static final String INVISIBLE = "invisible";

    /** Reads op 3 or the presence of IDENTIFY; empty means online. An invisible user is offline to others. */
    public static SessionPresence parse(ByteString json) {
        JsonNode node = Json.parse(json);
        String status = node.path("status").asText(ONLINE);
        JsonNode activities = node.path("activities").isArray() ? node.get("activities") : Json.array();
        return new SessionPresence(status.equals(INVISIBLE) ? OFFLINE : status, activities);
    }
}
