package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import java.util.List;

/** What older clients read of the command that a message answers. */
final class InteractionNames {
    private static final int COMMAND = 2;

    private InteractionNames() {}

    /** Null, and so absent, for what answers no command. */
    static JsonNode of(JsonNode metadata) {
        if (metadata == null || metadata.path("type").asInt() != COMMAND || !metadata.has("name")) {
            return null;
        }
        ObjectNode interaction = Json.object();
        List.of("id", "type", "name", "user").forEach(field -> interaction.set(field, metadata.get(field)));
        return interaction;
    }
}
