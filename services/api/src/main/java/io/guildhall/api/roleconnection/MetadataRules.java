package io.guildhall.api.roleconnection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.error.ApiException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** Values must be of the kind that the application declared: Discord's types 1 to 4 are whole numbers, 5 and 6 times, 7 and 8 0 or 1. */
final class MetadataRules {
    private static final int LAST_NUMBER = 4;
    private static final int LAST_TIME = 6;

    private MetadataRules() {}

    /** @throws ApiException 50035 for a key that is not declared, and for a value of another kind */
    static void check(JsonNode metadata, JsonNode declared) {
        Map<String, Integer> types = new HashMap<>();
        declared.forEach(
                fact -> types.put(fact.path("key").asText(), fact.path("type").asInt()));
        metadata.properties().forEach(entry -> {
            Integer type = types.get(entry.getKey());
            if (type == null || !fits(type, entry.getValue().asText())) {
                throw ApiException.invalidField(
                        "metadata",
                        "APPLICATION_ROLE_CONNECTION_INVALID_METADATA",
                        "The metadata does not fit what the application declared.");
            }
        });
    }

    private static boolean fits(int type, String value) {
        if (type <= LAST_NUMBER) {
            return value.matches("-?\\d{1,18}");
        }
        return type <= LAST_TIME ? isTime(value) : value.equals("0") || value.equals("1");
    }

    /** A day, or a time with its zone. */
    private static boolean isTime(String value) {
        try {
            if (value.indexOf('T') < 0) {
                LocalDate.parse(value);
            } else {
                OffsetDateTime.parse(value);
            }
            return true;
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }
}
