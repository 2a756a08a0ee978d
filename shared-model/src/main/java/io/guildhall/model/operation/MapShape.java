package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An object with keys of the client's choice. */
record MapShape(int max, Shape element) implements Shape {
    private static final int LONGEST_KEY = 100;

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (!value.isObject()) {
            problems.add("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            return value;
        }
        if (value.size() > max) {
            problems.add("BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
            return value;
        }
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (entry.getKey().length() > LONGEST_KEY) {
                problems.add("BASE_TYPE_MAX_LENGTH", "Keys must be " + LONGEST_KEY + " or fewer in length.");
                return value;
            }
            if (!entry.getValue().isNull()) {
                clean.set(entry.getKey(), element.check(entry.getValue(), problems.at(entry.getKey())));
            }
        }
        return clean;
    }
}
