package io.guildhall.guild.presence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;

/** What one session said about its user: a status, and a list of activities as JSON. */
public record SessionPresence(String status, JsonNode activities) {
    static final String OFFLINE = "offline";
    private static final String ONLINE = "online";
    private static final String INVISIBLE = "invisible";

    /** What most sessions say; they share it. */
    private static final SessionPresence PLAIN = new SessionPresence(ONLINE, Json.array());

    /** Reads op 3 or the presence of IDENTIFY; empty means online. An invisible user is offline to others. */
    public static SessionPresence parse(ByteString json) {
        JsonNode node = Json.parse(json);
        String status = node.path("status").asText(ONLINE);
        JsonNode activities = node.path("activities").isArray() ? node.get("activities") : Json.array();
        if (status.equals(ONLINE) && activities.isEmpty()) {
            return PLAIN;
        }
        return new SessionPresence(status.equals(INVISIBLE) ? OFFLINE : status.intern(), activities);
    }

    /** True when others see the user online for this session. */
    boolean visible() {
        return UserPresence.SEEN.contains(status);
    }
}
