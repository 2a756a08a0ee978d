package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.Json;

/** The tags of forums and media channels. */
final class ForumTags {
    private ForumTags() {}

    /** The body's tags as they are kept, each with an id; null when the body has none. */
    static String read(JsonNode body, SnowflakeGenerator ids) {
        if (!body.hasNonNull("available_tags")) {
            return null;
        }
        ArrayNode tags = Json.array();
        for (JsonNode asked : body.get("available_tags")) {
            ObjectNode tag = tags.addObject()
                    .put("id", asked.hasNonNull("id") ? asked.get("id").asText() : ids.nextText())
                    .put("name", asked.path("name").asText())
                    .put("moderated", asked.path("moderated").asBoolean(false));
            tag.set("emoji_id", asked.get("emoji_id"));
            tag.set("emoji_name", asked.get("emoji_name"));
        }
        return tags.toString();
    }
}
