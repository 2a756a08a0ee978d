package io.guildhall.guild.webhookmessage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;

/** An embed that is put together of what others say. What is too long is cut; what is empty is left out. */
final class EmbedDraft {
    private static final int MOST_FIELDS = 25;
    private static final int TITLE = 256;
    private static final int DESCRIPTION = 2048;
    private static final int VALUE = 1024;
    private static final String CUT = "…";

    private final ObjectNode embed = Json.object();
    private int length;

    EmbedDraft title(String text, String url) {
        put(embed, "title", text, TITLE);
        return embed.has("title") ? link("url", url) : this;
    }

    EmbedDraft description(String text) {
        put(embed, "description", text, DESCRIPTION);
        return this;
    }

    EmbedDraft color(int color) {
        embed.put("color", color);
        return this;
    }

    EmbedDraft timestamp(long milliseconds) {
        embed.put("timestamp", Json.timestamp(milliseconds));
        return this;
    }

    EmbedDraft author(String name, String url, String icon) {
        return part("author", "name", name, TITLE, url, icon);
    }

    EmbedDraft footer(String text, String icon) {
        return part("footer", "text", text, DESCRIPTION, null, icon);
    }

    EmbedDraft media(String field, String url) {
        if (url != null && !url.isEmpty()) {
            embed.putObject(field).put("url", url);
        }
        return this;
    }

    EmbedDraft field(String name, String value, boolean inline) {
        ArrayNode fields = embed.withArray("/fields");
        if (fields.size() < MOST_FIELDS) {
            ObjectNode field = Json.object().put("name", "").put("value", "").put("inline", inline);
            put(field, "name", name, TITLE);
            put(field, "value", value, VALUE);
            fields.add(field);
        }
        return this;
    }

    /** How many characters of it people read. */
    int length() {
        return length;
    }

    boolean isEmpty() {
        return embed.isEmpty() || (embed.size() == 1 && embed.has("color"));
    }

    ObjectNode json() {
        return embed;
    }

    private EmbedDraft part(String part, String field, String text, int most, String url, String icon) {
        if (text != null && !text.isBlank()) {
            ObjectNode inner = embed.putObject(part);
            put(inner, field, text, most);
            if (url != null && !url.isEmpty()) {
                inner.put("url", url);
            }
            if (icon != null && !icon.isEmpty()) {
                inner.put("icon_url", icon);
            }
        }
        return this;
    }

    private EmbedDraft link(String field, String url) {
        if (url != null && !url.isEmpty()) {
            embed.put(field, url);
        }
        return this;
    }

    private void put(ObjectNode object, String field, String text, int most) {
        if (text == null || text.isBlank()) {
            return;
        }
        String shown = cut(text.strip(), most);
        length += shown.codePointCount(0, shown.length());
        object.put(field, shown);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + CUT;
    }
}
