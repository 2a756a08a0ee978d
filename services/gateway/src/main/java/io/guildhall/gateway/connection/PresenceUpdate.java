package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.gateway.CloseCode;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A presence as op 2 and op 3 carry it: checked, and reduced to the fields that have a meaning. */
final class PresenceUpdate {
    private static final Set<String> STATUSES = Set.of("online", "dnd", "idle", "invisible", "offline");

    private PresenceUpdate() {}

    /** The presence as JSON with status, since, activities and afk. */
    static byte[] read(JsonNode data) throws Refusal {
        JsonNode status = data.path("status");
        JsonNode activities = data.path("activities");
        JsonNode since = data.path("since");
        if (!data.isObject()
                || !(absent(status) || status.isTextual() && STATUSES.contains(status.textValue()))
                || !(absent(activities) || objects(activities))
                || !(absent(since) || since.isNumber())) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        clean.put("status", absent(status) ? "online" : status.textValue());
        if (absent(since)) {
            clean.putNull("since");
        } else {
            clean.put("since", since.longValue());
        }
        clean.set("activities", absent(activities) ? JsonNodeFactory.instance.arrayNode() : activities);
        clean.put("afk", data.path("afk").asBoolean(false));
        return clean.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static boolean objects(JsonNode activities) {
        if (!activities.isArray()) {
            return false;
        }
        for (JsonNode activity : activities) {
            if (!activity.isObject() || !activity.path("name").isTextual()) {
                return false;
            }
        }
        return true;
    }
}
