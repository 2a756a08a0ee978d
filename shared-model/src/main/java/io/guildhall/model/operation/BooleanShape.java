package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Locale;

/** A boolean, however the client's language spells it. */
record BooleanShape() implements Shape {
    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        if (value.isBoolean()) {
            return value;
        }
        if (value.isTextual() || value.isIntegralNumber()) {
            switch (value.asText().strip().toLowerCase(Locale.ROOT)) {
                case "true", "1" -> {
                    return BooleanNode.TRUE;
                }
                case "false", "0" -> {
                    return BooleanNode.FALSE;
                }
                default -> {
                    // Reported below.
                }
            }
        }
        problems.add("BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        return value;
    }
}
