package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import java.util.List;

/** Embeds on their way from a checked body into the store. */
final class Embeds {
    private static final List<String> MEDIA = List.of("image", "thumbnail");

    private Embeds() {}

    /** The embeds as clients get them: with their type, and with the urls of files that came along. */
    static ArrayNode clean(JsonNode embeds, List<Attachment> attachments) {
        ArrayNode clean = Json.array();
        UploadedNames names = new UploadedNames(attachments);
        for (JsonNode embed : embeds) {
            ObjectNode copy = embed.deepCopy();
            names.resolve(copy);
            copy.put("type", "rich");
            for (JsonNode field : copy.path("fields")) {
                if (!field.has("inline")) {
                    ((ObjectNode) field).put("inline", false);
                }
            }
            MEDIA.forEach(media -> addProxy(copy.path(media), "url", "proxy_url"));
            addProxy(copy.path("author"), "icon_url", "proxy_icon_url");
            addProxy(copy.path("footer"), "icon_url", "proxy_icon_url");
            clean.add(copy);
        }
        return clean;
    }

    private static void addProxy(JsonNode holder, String from, String to) {
        if (holder instanceof ObjectNode object && object.hasNonNull(from)) {
            object.put(to, object.get(from).asText());
        }
    }
}
