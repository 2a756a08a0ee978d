package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/** An object with a value for each of some ids, up to a number of them, or for a few other names; a null is as good as none. */
record KeyedShape(int max, Set<String> others, Shape element) implements Shape {
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
            String key = entry.getKey();
            if (!others.contains(key)) {
                Problems ofKey = Problems.none();
                JsonNode id = Shapes.snowflake().check(TextNode.valueOf(key), ofKey);
                if (!ofKey.isEmpty()) {
                    String quoted = Shapes.quote(TextNode.valueOf(key));
                    problems.add("NUMBER_TYPE_COERCE", "Value \"" + quoted + "\" is not snowflake.");
                    return value;
                }
                key = id.asText();
            }
            if (!entry.getValue().isNull()) {
                clean.set(key, element.check(entry.getValue(), problems.at(key)));
            }
        }
        return clean;
    }
}
