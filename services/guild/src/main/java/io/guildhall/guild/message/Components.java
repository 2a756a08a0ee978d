package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.emoji.EmojiUse;
import io.guildhall.guild.emoji.WrittenEmojis;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.Attachment;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Components on their way from a checked body into the store: each has an id that is its own within the message, every
 * field that clients count on, and its media and emojis resolved.
 */
@Singleton
public final class Components {
    private static final int STRING_SELECT = 3;
    private static final int FIRST_ENTITY_SELECT = 5;
    private static final int LAST_ENTITY_SELECT = 8;
    private static final int TEXT_DISPLAY = 10;
    private static final int THUMBNAIL = 11;
    private static final int MEDIA_GALLERY = 12;
    private static final int FILE = 13;
    private static final int SEPARATOR = 14;
    private static final int CONTAINER = 17;

    private final SnowflakeGenerator ids;

    Components(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    ArrayNode clean(JsonNode components, List<Attachment> attachments, EmojiUse emojis) {
        ArrayNode copy = components.deepCopy();
        ComponentEmojis.complete(copy, emojis);
        ComponentIds.number(copy);
        completeAll(copy, new ComponentMedia(ids, attachments), emojis);
        return copy;
    }

    private static void completeAll(JsonNode components, ComponentMedia media, EmojiUse emojis) {
        for (JsonNode component : components) {
            complete((ObjectNode) component, media, emojis);
            completeAll(component.path("components"), media, emojis);
            if (component.has("accessory")) {
                complete((ObjectNode) component.get("accessory"), media, emojis);
            }
        }
    }

    private static void complete(ObjectNode component, ComponentMedia media, EmojiUse emojis) {
        int type = component.path("type").asInt();
        if (type == STRING_SELECT || (type >= FIRST_ENTITY_SELECT && type <= LAST_ENTITY_SELECT)) {
            // Of menus in messages nothing must be answered: that is said of those in forms.
            component.remove("required");
            putIfAbsent(component, "min_values", 1);
            putIfAbsent(component, "max_values", 1);
        } else if (type == TEXT_DISPLAY) {
            component.put(
                    "content",
                    WrittenEmojis.usable(emojis, component.path("content").asText()));
        } else if (type == THUMBNAIL) {
            completeItem(component, media);
        } else if (type == MEDIA_GALLERY) {
            component.path("items").forEach(item -> completeItem((ObjectNode) item, media));
        } else if (type == FILE) {
            media.resolveFile(component);
            putIfAbsent(component, "spoiler", false);
        } else if (type == SEPARATOR) {
            putIfAbsent(component, "spacing", 1);
            putIfAbsent(component, "divider", true);
        } else if (type == CONTAINER) {
            if (!component.has("accent_color")) {
                component.putNull("accent_color");
            }
            putIfAbsent(component, "spoiler", false);
        }
    }

    private static void completeItem(ObjectNode item, ComponentMedia media) {
        media.resolve(item, "media");
        putIfAbsent(item, "spoiler", false);
        if (!item.has("description")) {
            item.putNull("description");
        }
    }

    private static void putIfAbsent(ObjectNode component, String field, int value) {
        if (!component.hasNonNull(field)) {
            component.put(field, value);
        }
    }

    private static void putIfAbsent(ObjectNode component, String field, boolean value) {
        if (!component.hasNonNull(field)) {
            component.put(field, value);
        }
    }
}
