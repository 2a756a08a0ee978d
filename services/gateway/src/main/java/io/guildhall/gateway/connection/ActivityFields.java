package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guildhall.model.name.LineRule;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.Shapes;
import io.guildhall.model.payload.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One activity of a presence, built anew from the fields that have a meaning, each with its type and a bounded length. */
final class ActivityFields {
    private static final int LONGEST_TEXT = 128;
    private static final int LONGEST_URL = 512;
    private static final Shape URL = Shapes.url(LONGEST_URL);
    private static final int LONGEST_LABEL = 32;
    private static final int MOST_BUTTONS = 2;
    /** Playing, streaming, listening, watching, custom, competing. */
    private static final int LAST_TYPE = 5;

    private static final int CUSTOM = 4;

    private static final List<String> TEXTS = List.of("state", "details");
    private static final List<String> ASSETS = List.of("large_image", "large_text", "small_image", "small_text");

    private ActivityFields() {}

    /** Empty when it has no name, or a type that there is not. */
    static Optional<ObjectNode> read(JsonNode given, long now) {
        JsonNode type = given.path("type");
        boolean named = given.path("name").isTextual()
                && !LineRule.clean(given.path("name").textValue()).isBlank();
        boolean known = Ids.absent(type) || type.isNumber() && type.asInt() >= 0 && type.asInt() <= LAST_TYPE;
        if (!named || !known) {
            return Optional.empty();
        }
        ObjectNode activity = Json.object();
        activity.put("id", identity(given));
        text(given, "name", LONGEST_TEXT, activity);
        activity.put("type", type.asInt(0));
        activity.put("created_at", now);
        url(given, activity);
        TEXTS.forEach(name -> text(given, name, LONGEST_TEXT, activity));
        id(given, "application_id", activity);
        timestamps(given.path("timestamps"), activity);
        emoji(given.path("emoji"), activity);
        party(given.path("party"), activity);
        assets(given.path("assets"), activity);
        if (given.path("instance").isBoolean()) {
            activity.put("instance", given.path("instance").booleanValue());
        }
        if (given.path("flags").isInt() && given.path("flags").intValue() >= 0) {
            activity.put("flags", given.path("flags").intValue());
        }
        buttons(given.path("buttons"), activity);
        return Optional.of(activity);
    }

    /** Undocumented, and always there; Discord4J drops the whole event without it. The same activity keeps its own while its name stays. */
    private static String identity(JsonNode given) {
        if (given.path("type").asInt(0) == CUSTOM) {
            return "custom";
        }
        String application = given.path("application_id").asText();
        UUID hash = UUID.nameUUIDFromBytes(
                (given.path("type").asInt(0) + application + given.path("name").textValue())
                        .getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(hash.getMostSignificantBits());
    }

    private static void text(JsonNode given, String name, int longest, ObjectNode into) {
        JsonNode text = given.path(name);
        String value = LineRule.clean(text.asText(""));
        if (text.isTextual() && !value.isEmpty()) {
            int end = Math.min(value.length(), longest);
            // Not between the halves of a pair.
            into.put(
                    name,
                    value.substring(
                            0, end < value.length() && Character.isLowSurrogate(value.charAt(end)) ? end - 1 : end));
        }
    }

    /** Whoever looks at it may follow it: a page, and nothing that a client would do itself. */
    private static void url(JsonNode given, ObjectNode into) {
        Problems problems = Problems.none();
        JsonNode text = TextNode.valueOf(LineRule.clean(given.path("url").asText("")));
        JsonNode clean = URL.check(text, problems);
        if (given.path("url").isTextual() && problems.isEmpty()) {
            into.set("url", clean);
        }
    }

    /** None is 0: typed clients lose the whole event by one that is. */
    private static void id(JsonNode given, String name, ObjectNode into) {
        Problems problems = Problems.none();
        JsonNode clean = Shapes.reference().check(given.path(name), problems);
        if (problems.isEmpty()) {
            into.set(name, clean);
        }
    }

    private static void timestamps(JsonNode given, ObjectNode into) {
        ObjectNode times = Json.object();
        PresenceUpdate.time(given.path("start"), "start", times);
        PresenceUpdate.time(given.path("end"), "end", times);
        if (!times.isEmpty()) {
            into.set("timestamps", times);
        }
    }

    private static void emoji(JsonNode given, ObjectNode into) {
        ObjectNode emoji = Json.object();
        text(given, "name", LONGEST_TEXT, emoji);
        if (!emoji.isEmpty()) {
            id(given, "id", emoji);
            emoji.put("animated", given.path("animated").asBoolean(false));
            into.set("emoji", emoji);
        }
    }

    private static void party(JsonNode given, ObjectNode into) {
        ObjectNode party = Json.object();
        text(given, "id", LONGEST_TEXT, party);
        JsonNode size = given.path("size");
        if (size.size() == 2 && isCount(size.path(0)) && isCount(size.path(1))) {
            party.putArray("size").add(size.get(0).intValue()).add(size.get(1).intValue());
        }
        if (!party.isEmpty()) {
            into.set("party", party);
        }
    }

    private static boolean isCount(JsonNode number) {
        return number.isInt() && number.intValue() >= 0;
    }

    private static void assets(JsonNode given, ObjectNode into) {
        ObjectNode assets = Json.object();
        ASSETS.forEach(name -> text(given, name, LONGEST_URL, assets));
        if (!assets.isEmpty()) {
            into.set("assets", assets);
        }
    }

    private static void buttons(JsonNode given, ObjectNode into) {
        ArrayNode labels = Json.array();
        for (JsonNode button : given.isArray() ? given : Json.array()) {
            ObjectNode label = Json.object();
            text(
                    Json.object().set("label", button.isTextual() ? button : button.path("label")),
                    "label",
                    LONGEST_LABEL,
                    label);
            if (label.has("label") && labels.size() < MOST_BUTTONS) {
                labels.add(label.get("label"));
            }
        }
        if (!labels.isEmpty()) {
            into.set("buttons", labels);
        }
    }
}
