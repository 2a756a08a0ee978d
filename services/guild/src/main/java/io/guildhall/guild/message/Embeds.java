package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Attachment;
import io.guildhall.model.payload.Json;
import java.time.Instant;
import java.util.List;

/** Embeds on their way from a checked body into the store. */
public final class Embeds {
    private static final List<String> MEDIA = List.of("image", "thumbnail");
    private static final List<String> WITH_ICON = List.of("author", "footer");

    private Embeds() {}

    /** The embeds as clients get them: with their type, and with the urls of files that came along. */
    public static ArrayNode clean(JsonNode embeds, List<Attachment> attachments) {
        ArrayNode clean = Json.array();
        UploadedNames names = new UploadedNames(attachments);
        for (JsonNode embed : embeds) {
            ObjectNode copy = embed.deepCopy();
            copy.put("type", "rich");
            writeTime(copy);
            for (JsonNode field : copy.path("fields")) {
                if (!field.has("inline")) {
                    ((ObjectNode) field).put("inline", false);
                }
            }
            MEDIA.forEach(media -> showMedia(copy, media, names));
            WITH_ICON.forEach(holder -> showIcon(copy.path(holder), names));
            clean.add(copy);
        }
        return clean;
    }

    /** As all times are written: some clients read no other form, and lose the whole message. */
    private static void writeTime(ObjectNode embed) {
        if (embed.hasNonNull("timestamp")) {
            Instant time = Instant.parse(embed.get("timestamp").textValue());
            embed.put("timestamp", Json.timestamp(time.toEpochMilli()));
        }
    }

    private static void showMedia(ObjectNode embed, String name, UploadedNames names) {
        if (!(embed.get(name) instanceof ObjectNode media)) {
            return;
        }
        names.find(media.path("url")).ifPresent(attachment -> UploadedNames.describe(media, attachment));
        if (UploadedNames.isName(media.path("url"))) {
            embed.remove(name);
        } else {
            media.put("proxy_url", media.path("url").asText());
        }
    }

    private static void showIcon(JsonNode holder, UploadedNames names) {
        if (!(holder instanceof ObjectNode object) || !object.has("icon_url")) {
            return;
        }
        names.find(object.path("icon_url")).ifPresent(attachment -> object.put("icon_url", attachment.url()));
        if (UploadedNames.isName(object.path("icon_url"))) {
            object.remove("icon_url");
        } else {
            object.put("proxy_icon_url", object.path("icon_url").asText());
        }
    }
}
