package io.guildhall.api.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;

/** Times as answers have them. */
public final class Timestamps {
    private Timestamps() {}

    /** Puts a date in the place of each of these fields that holds ms since 1970; null in the place of those that are absent. */
    public static void of(ObjectNode object, String... fields) {
        for (String field : fields) {
            if (object.hasNonNull(field)) {
                object.put(field, Json.timestamp(object.get(field).asLong()));
            } else {
                object.putNull(field);
            }
        }
    }
}
