package io.guildhall.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guildhall.api.route.Percent;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.payload.Json;

/** Reads a query by an operation's shape. A key that comes several times is a list. */
public final class QueryReader {
    /** More keys than this are left out, where the operation takes no longer lists. */
    private static final int MAX_PAIRS = 500;

    private QueryReader() {}

    /**
     * @param query percent-encoded
     * @throws ApiException 50035 for what the operation does not take
     */
    public static ObjectNode read(String query, Operation operation) {
        if (operation.query().isEmpty()) {
            return Json.object();
        }
        Shape shape = operation.query().get();
        Problems problems = Problems.none();
        JsonNode clean = shape.check(parse(query, Math.max(MAX_PAIRS, shape.mostValues() + 1)), problems);
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
        return (ObjectNode) clean;
    }

    /** Names and values of a query or of a form, as they are. */
    public static ObjectNode parse(String query) {
        return parse(query, MAX_PAIRS);
    }

    private static ObjectNode parse(String query, int most) {
        ObjectNode parsed = Json.object();
        int pairs = 0;
        for (String pair : query.split("&", most + 1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty() && pairs++ < most) {
                put(parsed, name, decode(equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
        return parsed;
    }

    private static void put(ObjectNode parsed, String name, String value) {
        JsonNode before = parsed.get(name);
        if (before == null) {
            parsed.put(name, value);
        } else if (before instanceof ArrayNode list) {
            list.add(value);
        } else {
            parsed.putArray(name).add(before).add(TextNode.valueOf(value));
        }
    }

    /** What is malformed stays as it is; its shape will refuse it. */
    private static String decode(String text) {
        return Percent.decode(text, true).orElse(text);
    }
}
