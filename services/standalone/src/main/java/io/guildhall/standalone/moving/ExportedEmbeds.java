package io.guildhall.standalone.moving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.message.Embeds;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.catalogue.MessageOperations;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Embeds of an export in the form in which a bot would have sent them, and by the same rules. */
final class ExportedEmbeds {
    private static final int MOST = 10;
    private static final Shape MESSAGE = MessageOperations.CREATE_MESSAGE.body().orElseThrow();

    private ExportedEmbeds() {}

    /** As they are stored. Whatever a message may not have is left out. */
    static ArrayNode stored(JsonNode exported) {
        ArrayNode sent = Json.array();
        for (JsonNode embed : exported) {
            ObjectNode candidate = sent(embed);
            if (sent.size() < MOST
                    && allowed(Json.object().set("embeds", Json.array().add(candidate)))) {
                sent.add(candidate);
                if (!allowed(Json.object().set("embeds", sent.deepCopy()))) {
                    sent.remove(sent.size() - 1);
                }
            }
        }
        return Embeds.clean(sent, List.of());
    }

    /** An embed as it is stored, in the form of an export. */
    static ObjectNode exported(JsonNode stored) {
        ObjectNode embed = Json.object();
        text(stored, "title", embed, "title");
        text(stored, "description", embed, "description");
        address(stored, "url", embed, "url");
        text(stored, "timestamp", embed, "timestamp");
        if (stored.path("color").isInt()) {
            embed.put(
                    "color",
                    String.format(Locale.ROOT, "#%06X", stored.path("color").asInt()));
        }
        for (String media : List.of("image", "thumbnail")) {
            address(stored.path(media), "url", embed.putObject(media), "url");
        }
        for (Map.Entry<String, String> holder :
                Map.of("author", "name", "footer", "text").entrySet()) {
            if (stored.has(holder.getKey())) {
                ObjectNode copy = embed.putObject(holder.getKey());
                text(stored.path(holder.getKey()), holder.getValue(), copy, holder.getValue());
                address(stored.path(holder.getKey()), "url", copy, "url");
                address(stored.path(holder.getKey()), "icon_url", copy, "iconUrl");
            }
        }
        ArrayNode fields = embed.putArray("fields");
        stored.path("fields").forEach(field -> fields.addObject()
                .put("name", field.path("name").asText())
                .put("value", field.path("value").asText())
                .put("isInline", field.path("inline").asBoolean()));
        return embed;
    }

    private static boolean allowed(JsonNode message) {
        Problems problems = Problems.none();
        MESSAGE.check(message, problems);
        return problems.isEmpty();
    }

    private static ObjectNode sent(JsonNode exported) {
        ObjectNode embed = Json.object();
        text(exported, "title", embed, "title");
        text(exported, "description", embed, "description");
        address(exported, "url", embed, "url");
        text(exported, "timestamp", embed, "timestamp");
        String color = exported.path("color").asText("");
        if (color.matches("#[0-9A-Fa-f]{6}")) {
            embed.put("color", Integer.parseInt(color.substring(1), 16));
        }
        JsonNode images = exported.path("images");
        media(images.isEmpty() ? exported.path("image") : images.get(0), embed, "image");
        media(exported.path("thumbnail"), embed, "thumbnail");
        named(exported.path("author"), "name", embed, "author");
        named(exported.path("footer"), "text", embed, "footer");
        ArrayNode fields = embed.putArray("fields");
        for (JsonNode field : exported.path("fields")) {
            fields.addObject()
                    .put("name", field.path("name").asText(""))
                    .put("value", field.path("value").asText(""))
                    .put("inline", field.path("isInline").asBoolean());
        }
        return embed;
    }

    private static void named(JsonNode exported, String what, ObjectNode embed, String name) {
        if (exported.path(what).isTextual()) {
            ObjectNode holder = embed.putObject(name);
            text(exported, what, holder, what);
            address(exported, "iconUrl", holder, "icon_url");
            if (name.equals("author")) {
                address(exported, "url", holder, "url");
            }
        }
    }

    private static void media(JsonNode exported, ObjectNode embed, String name) {
        ObjectNode media = Json.object();
        address(exported, "url", media, "url");
        if (!media.isEmpty()) {
            embed.set(name, media);
        }
    }

    private static void text(JsonNode from, String name, ObjectNode to, String as) {
        if (from.path(name).isTextual()) {
            to.put(as, from.path(name).textValue());
        }
    }

    /** Not those that lead into the folder: pictures in embeds are looked at where they come from. */
    private static void address(JsonNode from, String name, ObjectNode to, String as) {
        String address = from.path(name).asText("");
        if (address.startsWith("https://") || address.startsWith("http://")) {
            to.put(as, address);
        }
    }
}
