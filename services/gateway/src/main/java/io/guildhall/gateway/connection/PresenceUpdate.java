package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.payload.Json;
import java.util.Set;

/**
 * A presence as op 2 and op 3 carry it. Clients are taken as they are: what makes no sense counts as absent, and the older form with
 * one {@code game} is understood. Others get it, so nothing of it is passed on as it came: every field is built anew with its type.
 */
final class PresenceUpdate {
    private static final Set<String> STATUSES = Set.of("online", "dnd", "idle", "invisible", "offline");
    private static final String ONLINE = "online";
    private static final int MOST_ACTIVITIES = 10;
    /** Milliseconds since 1970 until the year 10000. */
    private static final double LATEST = 253_402_300_800_000.0;

    private PresenceUpdate() {}

    /**
     * The presence as JSON with status, since, activities and afk.
     *
     * @param now when the activities began, in ms since 1970
     */
    static byte[] read(JsonNode data, long now) throws Refusal {
        if (!data.isObject()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        ObjectNode clean = Json.object();
        String status = data.path("status").asText(ONLINE);
        clean.put("status", STATUSES.contains(status) ? status : ONLINE);
        time(data.path("since"), "since", clean);
        if (!clean.has("since")) {
            clean.putNull("since");
        }
        activities(data, clean.putArray("activities"), now);
        clean.put("afk", data.path("afk").asBoolean(false));
        return Json.bytes(clean).toByteArray();
    }

    /** Sets the field when the node is a time in ms since 1970. */
    static void time(JsonNode node, String name, ObjectNode into) {
        if (node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() < LATEST) {
            into.put(name, node.longValue());
        }
    }

    private static void activities(JsonNode data, ArrayNode into, long now) {
        JsonNode given = data.path("activities");
        for (JsonNode activity : given.isArray() ? given : Json.array().add(data.path("game"))) {
            if (into.size() < MOST_ACTIVITIES) {
                ActivityFields.read(activity, now).ifPresent(into::add);
            }
        }
    }
}
