package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;

/** A finite number. Whole ones stay whole. */
record NumberShape() implements Shape {
    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return LongNode.valueOf(value.longValue());
        }
        if (value.isNumber() || value.isTextual()) {
            try {
                double number = Double.parseDouble(value.asText().strip());
                if (Double.isFinite(number)) {
                    return DoubleNode.valueOf(number);
                }
            } catch (NumberFormatException e) {
                // Reported below, together with everything else that is no number.
            }
        }
        problems.add("NUMBER_TYPE_COERCE", "Value \"" + Shapes.quote(value) + "\" is not float.");
        return value;
    }
}
