package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.util.Optional;

/** A whole number between two bounds, both included. */
record IntegerShape(long min, long max) implements Shape {
    /** Longer digits cannot be within 64 bits and are not even looked at. */
    private static final int MAX_DIGITS = 24;

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        Optional<BigDecimal> number = parse(value);
        if (number.isEmpty()) {
            problems.add("NUMBER_TYPE_COERCE", "Value \"" + Shapes.quote(value) + "\" is not int.");
            return value;
        }
        if (number.get().compareTo(BigDecimal.valueOf(min)) < 0) {
            problems.add("NUMBER_TYPE_MIN", "int value should be greater than or equal to " + min + ".");
            return value;
        }
        if (number.get().compareTo(BigDecimal.valueOf(max)) > 0) {
            problems.add("NUMBER_TYPE_MAX", "int value should be less than or equal to " + max + ".");
            return value;
        }
        return LongNode.valueOf(number.get().longValueExact());
    }

    /** The whole number that the value stands for; empty when it is none. */
    static Optional<BigDecimal> parse(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return Optional.empty();
        }
        String text = value.asText().strip();
        if (text.isEmpty() || text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            // The scale is bounded first: 1E999999999 would otherwise be written out digit by digit.
            if (Math.abs((long) number.scale()) > MAX_DIGITS
                    || number.stripTrailingZeros().scale() > 0) {
                return Optional.empty();
            }
            return Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
