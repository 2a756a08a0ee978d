package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guildhall.model.locale.Locales;
import java.util.Map;

/** An object with a value for each of some languages; a null is as good as none. No other key gets through. */
record LocalizedShape(Shape element) implements Shape {
    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (!value.isObject()) {
            problems.add("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            return value;
        }
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String locale = entry.getKey();
            if (!Locales.exists(locale)) {
                String quoted = Shapes.quote(TextNode.valueOf(locale));
                problems.add("ENUM_TYPE_COERCE", "Value \"" + quoted + "\" is not a valid enum value.");
                return value;
            }
            if (!entry.getValue().isNull()) {
                clean.set(locale, element.check(entry.getValue(), problems.at(locale)));
            }
        }
        return clean;
    }
}
