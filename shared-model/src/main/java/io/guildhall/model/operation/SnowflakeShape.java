package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guildhall.model.id.Snowflake;
import java.util.regex.Pattern;

/** An id from 0 to 2^63 - 1, whose clean form is its decimal text without leading zeros. */
record SnowflakeShape() implements Shape {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        String text =
                value.isTextual() || value.isIntegralNumber() ? value.asText().strip() : "";
        if (!DIGITS.matcher(text).matches()) {
            problems.add("NUMBER_TYPE_COERCE", "Value \"" + Shapes.quote(value) + "\" is not snowflake.");
            return value;
        }
        try {
            return TextNode.valueOf(Snowflake.format(Snowflake.parse(text)));
        } catch (NumberFormatException e) {
            problems.add("NUMBER_TYPE_MAX", "snowflake value should be less than or equal to 9223372036854775807.");
            return value;
        }
    }
}
