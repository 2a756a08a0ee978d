package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;

/** A finite number. Whole ones stay whole. */
record NumberShape(double min, double max) implements Shape {
    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return checked(LongNode.valueOf(value.longValue()), problems);
        }
        if (value.isNumber() || value.isTextual()) {
            try {
                double number = Double.parseDouble(value.asText().strip());
                if (Double.isFinite(number)) {
                    return checked(DoubleNode.valueOf(number), problems);
                }
            } catch (NumberFormatException e) {
                // Reported below, together with everything else that is no number.
            }
        }
        problems.add("NUMBER_TYPE_COERCE", "Value \"" + Shapes.quote(value) + "\" is not float.");
        return value;
    }

    private JsonNode checked(JsonNode number, Problems problems) {
        if (number.doubleValue() < min) {
            problems.add("NUMBER_TYPE_MIN", "float value should be greater than or equal to " + min + ".");
        } else if (number.doubleValue() > max) {
            problems.add("NUMBER_TYPE_MAX", "float value should be less than or equal to " + max + ".");
        }
        return number;
    }
}
