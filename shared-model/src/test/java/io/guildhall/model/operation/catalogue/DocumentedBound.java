package io.guildhall.model.operation.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One bound in Discord's OpenAPI description. {@code bounds.tsv} has a line for each: the route, the place in the body or query (with
 * {@code *} for each element of a list), the keyword of JSON Schema, its value.
 */
record DocumentedBound(String route, String place, Keyword keyword, String value) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    enum Keyword {
        maxLength,
        minLength,
        maxItems,
        minItems,
        maximum,
        minimum,
        /** The value is a JSON list of all that may be. */
        choice
    }

    static List<DocumentedBound> all() {
        return DocumentedPlace.lines("bounds.tsv").stream()
                .map(DocumentedBound::parse)
                .toList();
    }

    private static DocumentedBound parse(String line) {
        String[] parts = line.split("\t", -1);
        Keyword keyword = parts[2].equals("enum") ? Keyword.choice : Keyword.valueOf(parts[2]);
        return new DocumentedBound(parts[0], parts[1], keyword, parts[3]);
    }

    DocumentedPlace where() {
        return new DocumentedPlace(route, place);
    }

    /** Values just outside of the bound. */
    List<JsonNode> outside() {
        return switch (keyword) {
            case maxLength -> List.of(text(size() + 1));
            case minLength -> List.of(text(size() - 1));
            case maxItems -> List.of(items(size() + 1));
            case minItems -> List.of(items(size() - 1));
            case maximum -> List.of(LongNode.valueOf(number() + 1));
            case minimum -> List.of(LongNode.valueOf(number() - 1));
            case choice -> List.of(TextNode.valueOf("no-such-choice"), LongNode.valueOf(987_654));
        };
    }

    /** Values just inside of the bound. */
    List<JsonNode> inside() {
        return switch (keyword) {
            case maxLength, minLength -> List.of(text(size()));
            case maxItems, minItems -> List.of(items(size()));
            case maximum, minimum -> List.of(LongNode.valueOf(number()));
            case choice -> choices();
        };
    }

    private int size() {
        return Integer.parseInt(value);
    }

    private long number() {
        return new BigDecimal(value).longValueExact();
    }

    private List<JsonNode> choices() {
        try {
            List<JsonNode> choices = new ArrayList<>();
            MAPPER.readTree(value).forEach(choices::add);
            return choices;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }

    private static JsonNode text(int length) {
        return TextNode.valueOf("x".repeat(length));
    }

    private static JsonNode items(int count) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int index = 0; index < count; index++) {
            list.add(index);
        }
        return list;
    }
}
