package io.guildhall.standalone.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.guildhall.model.operation.DiscriminatedShape;
import io.guildhall.model.operation.ListShape;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.payload.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A value with one thing in it that no client means, at every place of it. */
final class Mutations {
    private static final int DEEPEST = 4;

    /** What a place is tried with far down, where the same shapes come again and again. */
    private static final List<JsonNode> FEW = Stream.of("null", "-1", "1e400", "\"x\"", "[]", "{}")
            .map(Mutations::raw)
            .toList();

    private static final List<JsonNode> NUMBERS_AND_TYPES = Stream.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "1.5",
                    "2147483648",
                    "9007199254740993",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775808",
                    "-9223372036854775809",
                    "18446744073709551615",
                    "18446744073709551616",
                    "1e400",
                    "-1e999999999",
                    "\"\"",
                    "\" \"",
                    "\" 1\"",
                    "\"0001\"",
                    "\"9223372036854775807\"",
                    "\"18446744073709551615\"",
                    "\"99999999999999999999999999999999\"",
                    "\"1e999999999\"",
                    "\"NaN\"",
                    "\"\u0661\u0662\"",
                    "\"x\"",
                    "\"\\u0000\\ud800\\u202e\"",
                    "\"0000-01-01T00:00:00Z\"",
                    "\"1969-12-31T23:59:59Z\"",
                    "\"2999-12-31T23:59:59-18:00\"",
                    "\"+999999999-12-31T23:59:59Z\"",
                    "\"9999-99-99\"",
                    "\"https://[\"",
                    "\"attachment://\"",
                    "\"data:image/png;base64,AAAA\"",
                    "\"data:image/gif;base64,%%%\"",
                    "[]",
                    "[null]",
                    "[[[[]]]]",
                    "{}",
                    "{\"type\":1e30,\"id\":-1}")
            .map(Mutations::raw)
            .toList();

    private final List<JsonNode> hostile;
    private final Samples samples;

    /** @param ids of other guilds and of other kinds than are asked for */
    Mutations(Samples samples, List<String> ids) {
        this.samples = samples;
        List<JsonNode> all = new ArrayList<>(NUMBERS_AND_TYPES);
        ids.forEach(id -> all.add(TextNode.valueOf(id)));
        all.add(TextNode.valueOf("x".repeat(5_000)));
        all.add(Json.array().addAll(Collections.nCopies(1_001, TextNode.valueOf("1"))));
        this.hostile = List.copyOf(all);
    }

    List<JsonNode> values() {
        return hostile;
    }

    Stream<JsonNode> of(Shape shape, JsonNode sample) {
        return of(shape, sample, 0);
    }

    private Stream<JsonNode> of(Shape shape, JsonNode sample, int depth) {
        Stream<JsonNode> itself = (depth < 2 ? hostile : FEW).stream();
        if (depth == DEEPEST) {
            return itself;
        }
        return Stream.concat(
                itself,
                switch (shape) {
                    case ObjectShape object ->
                        object.names().stream().flatMap(name -> inField(object, name, sample, depth));
                    case ListShape list -> inList(list, sample, depth);
                    case DiscriminatedShape choice -> inChoice(choice, depth);
                    default -> Stream.of();
                });
    }

    private Stream<JsonNode> inField(ObjectShape object, String name, JsonNode sample, int depth) {
        Shape field = object.field(name).orElseThrow();
        JsonNode within =
                sample.has(name) ? sample.get(name) : samples.least(field).orElse(Json.object());
        return Stream.concat(
                Stream.of(without(sample, name)), of(field, within, depth + 1).map(value -> with(sample, name, value)));
    }

    private Stream<JsonNode> inList(ListShape list, JsonNode sample, int depth) {
        JsonNode element = samples.least(list.element()).orElse(Json.object());
        UnaryOperator<JsonNode> listed = value -> {
            ArrayNode longer = Json.array();
            sample.forEach(longer::add);
            return longer.add(value);
        };
        return Stream.concat(
                Stream.of(Json.array().addAll(Collections.nCopies(1_001, element))),
                of(list.element(), element, depth + 1).map(listed));
    }

    private Stream<JsonNode> inChoice(DiscriminatedShape choice, int depth) {
        return choice.shapes().entrySet().stream().flatMap(entry -> {
            ObjectNode sample = (ObjectNode) samples.least(entry.getValue()).orElse(Json.object());
            sample.put(choice.field(), entry.getKey());
            return of(entry.getValue(), sample, depth + 1)
                    .map(value -> value.isObject() ? with(value, choice.field(), sample.get(choice.field())) : value);
        });
    }

    /** As it is written: 1e400 stays that. */
    private static JsonNode raw(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }

    private static JsonNode with(JsonNode object, String name, JsonNode value) {
        return object.isObject() ? ((ObjectNode) object.deepCopy()).<ObjectNode>set(name, value) : value;
    }

    private static JsonNode without(JsonNode object, String name) {
        return object.isObject() ? ((ObjectNode) object.deepCopy()).without(name) : object;
    }
}
