package io.guildhall.guild.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Given;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;

/** What an application keeps with lobbies, their members and messages: text by keys. */
final class Metadata {
    /** Of all keys and values together. */
    private static final int LONGEST = 1_000;

    private Metadata() {}

    /** @throws ApiException 50035 when it is too long */
    static void require(Given<String> metadata) {
        if (!metadata.hasValue()) {
            return;
        }
        int length = 0;
        for (var entry : Json.parse(metadata.required()).properties()) {
            length += entry.getKey().length() + entry.getValue().asText().length();
        }
        if (length > LONGEST) {
            throw ApiException.invalidField(
                    metadata.field(), "BASE_TYPE_BAD_LENGTH", "Must be " + LONGEST + " or fewer in total length.");
        }
    }

    /** @param stored null for none */
    static JsonNode json(String stored) {
        return stored == null ? null : Json.parse(stored);
    }
}
