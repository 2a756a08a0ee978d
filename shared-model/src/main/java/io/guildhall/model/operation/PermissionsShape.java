package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A bit set of 64 bits, written in decimal.
 *
 * @param max the greatest that is taken, unsigned
 */
record PermissionsShape(long max) implements Shape {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        String text =
                value.isTextual() || value.isIntegralNumber() ? value.asText().strip() : "";
        if (!DIGITS.matcher(text).matches()) {
            problems.add("NUMBER_TYPE_COERCE", "Value \"" + Shapes.quote(value) + "\" is not int.");
            return value;
        }
        BigInteger bits = new BigInteger(text);
        if (bits.bitLength() > Long.SIZE || Long.compareUnsigned(bits.longValue(), max) > 0) {
            problems.add(
                    "NUMBER_TYPE_MAX", "int value should be less than or equal to " + Long.toUnsignedString(max) + ".");
            return value;
        }
        return TextNode.valueOf(bits.toString());
    }
}
