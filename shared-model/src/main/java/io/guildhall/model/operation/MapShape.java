package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;

/** An object whose keys are the client's, by a pattern. An entry that is null is left out. */
record MapShape(int max, Pattern key, Shape element) implements Shape {
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
            if (!key.matcher(entry.getKey()).matches()) {
                problems.add("DICT_TYPE_INVALID_KEY", "One of the keys is none that may be used here.");
                return value;
            }
            if (!entry.getValue().isNull()) {
                clean.set(entry.getKey(), element.check(entry.getValue(), problems.at(entry.getKey())));
            }
        }
        return clean;
    }
}
