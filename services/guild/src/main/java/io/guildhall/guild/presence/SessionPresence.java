package io.guildhall.guild.presence;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;

/**
 * What one session said about its user: a status, and a list of activities as JSON.
 *
 * @param waiting it has no connection and waits to be resumed: what connected sessions say counts before it
 */
public record SessionPresence(String status, JsonNode activities, boolean waiting) {
    static final String OFFLINE = "offline";
    private static final String ONLINE = "online";
    private static final String INVISIBLE = "invisible";

    /** What most sessions say; they share it. */
    private static final SessionPresence PLAIN = new SessionPresence(ONLINE, Json.array(), false);

    /** Reads op 3 or the presence of IDENTIFY; empty means online. An invisible user is offline to others. */
    public static SessionPresence parse(ByteString json) {
        JsonNode node = Json.parse(json);
        String status = node.path("status").asText(ONLINE);
        JsonNode activities = node.path("activities").isArray() ? node.get("activities") : Json.array();
        boolean waiting = node.path("waiting").asBoolean(false);
        if (status.equals(ONLINE) && activities.isEmpty() && !waiting) {
            return PLAIN;
        }
        return new SessionPresence(status.equals(INVISIBLE) ? OFFLINE : status.intern(), activities, waiting);
    }

    /** The status alone. */
    SessionPresence withoutActivities() {
        return new SessionPresence(status, Json.array(), waiting);
    }

    /** True when others see the user online for this session. */
    boolean visible() {
        return UserPresence.SEEN.contains(status);
    }
}
