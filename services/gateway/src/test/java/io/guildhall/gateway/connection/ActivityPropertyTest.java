package io.guildhall.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a client says of its activities, others receive fields that they know, each of its type. */
class ActivityPropertyTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final List<String> NAMES = List.of(
            "name",
            "type",
            "created_at",
            "id",
            "url",
            "state",
            "details",
            "application_id",
            "timestamps",
            "start",
            "end",
            "emoji",
            "id",
            "animated",
            "party",
            "size",
            "assets",
            "large_image",
            "small_text",
            "instance",
            "flags",
            "buttons",
            "label",
            "secrets",
            "join",
            "evil",
            "__proto__");

    private static final Map<String, Predicate<JsonNode>> ACTIVITY = Map.ofEntries(
            Map.entry("name", JsonNode::isTextual),
            Map.entry("type", JsonNode::isInt),
            Map.entry("created_at", JsonNode::isLong),
            Map.entry("id", JsonNode::isTextual),
            Map.entry("url", node -> node.asText().startsWith("https://")),
            Map.entry("state", JsonNode::isTextual),
            Map.entry("details", JsonNode::isTextual),
            Map.entry("application_id", ActivityPropertyTest::isId),
            Map.entry("timestamps", object(Map.of("start", JsonNode::isNumber, "end", JsonNode::isNumber))),
            Map.entry(
                    "emoji",
                    object(Map.of(
                            "name",
                            JsonNode::isTextual,
                            "id",
                            ActivityPropertyTest::isId,
                            "animated",
                            JsonNode::isBoolean))),
            Map.entry(
                    "party",
                    object(Map.of("id", JsonNode::isTextual, "size", list(node -> node.isInt() && node.asInt() >= 0)))),
            Map.entry(
                    "assets",
                    object(Map.of(
                            "large_image", JsonNode::isTextual,
                            "large_text", JsonNode::isTextual,
                            "small_image", JsonNode::isTextual,
                            "small_text", JsonNode::isTextual))),
            Map.entry("instance", JsonNode::isBoolean),
            Map.entry("flags", JsonNode::isInt),
            Map.entry("buttons", list(JsonNode::isTextual)));

    private static final Predicate<JsonNode> PRESENCE = object(Map.of(
            "status",
            node -> List.of("online", "dnd", "idle", "invisible", "offline").contains(node.asText()),
            "since",
            node -> node.isNull() || node.isNumber(),
            "afk",
            JsonNode::isBoolean,
            "activities",
            list(object(ACTIVITY))));

    @Property(tries = 1_000)
    void onlyKnownFieldsOfKnownTypesComeThrough(
            @ForAll("values") JsonNode status,
            @ForAll("values") JsonNode since,
            @ForAll("activities") List<ObjectNode> sent)
            throws Refusal {
        ObjectNode presence = Json.object();
        presence.set("status", status);
        presence.set("since", since);
        presence.set("afk", status);
        presence.set("evil", since);
        presence.putArray("activities").addAll(sent);
        JsonNode received = Json.parse(ByteString.copyFrom(PresenceUpdate.read(presence, NOW)));
        assertThat(PRESENCE.test(received)).as(received.toString()).isTrue();
    }

    @Provide
    Arbitrary<List<ObjectNode>> activities() {
        // Most have a name, or few would come through at all.
        return Arbitraries.maps(Arbitraries.of(NAMES), values())
                .ofMaxSize(NAMES.size())
                .map(ActivityPropertyTest::node)
                .map(activity -> activity.size() % 7 == 0 ? activity : activity.put("name", "chess"))
                .map(activity -> activity.size() % 5 == 0 ? activity : activity.put("type", 3))
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> scalars = Arbitraries.of(
                        "null",
                        "true",
                        "-1",
                        "0",
                        "7",
                        "1e300",
                        "12345678901234567890",
                        "0.5",
                        "\"\"",
                        "\"x\"",
                        "\"12\"",
                        "\"0\"",
                        "\"javascript:alert(1)\"",
                        "\"https://a.example/b\"",
                        "[-1,5]",
                        "\"evil\"",
                        "[]",
                        "{}",
                        "[[[1]]]",
                        "[1,2]",
                        "[\"a\",{\"label\":\"b\"},{\"label\":[]}]")
                .map(Json::parse);
        Arbitrary<JsonNode> objects =
                Arbitraries.maps(Arbitraries.of(NAMES), scalars).ofMaxSize(8).map(ActivityPropertyTest::node);
        return Arbitraries.oneOf(scalars, objects);
    }

    private static ObjectNode node(Map<String, JsonNode> fields) {
        ObjectNode node = Json.object();
        fields.forEach(node::set);
        return node;
    }

    /** As clients whose ids are never 0 read it. */
    private static boolean isId(JsonNode node) {
        return node.isTextual() && node.textValue().matches("[1-9][0-9]*");
    }

    private static Predicate<JsonNode> object(Map<String, Predicate<JsonNode>> fields) {
        return node -> node.isObject()
                && node.properties().stream().allMatch(field -> fields.getOrDefault(field.getKey(), unknown -> false)
                        .test(field.getValue()));
    }

    private static Predicate<JsonNode> list(Predicate<JsonNode> element) {
        return node -> node.isArray() && node.valueStream().allMatch(element);
    }
}
