package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.guildhall.model.id.Snowflake;
import java.util.regex.Pattern;

/**
 * An id of at most 2^63 - 1, whose clean form is its decimal text without leading zeros.
 *
 * @param least 0 where clients count from it, 1 where it would be the id of nothing
 */
record SnowflakeShape(long least) implements Shape {
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
            long id = Snowflake.parse(text);
            if (id < least) {
                problems.add("NUMBER_TYPE_MIN", "snowflake value should be greater than or equal to " + least + ".");
            }
            return TextNode.valueOf(Snowflake.format(id));
        } catch (NumberFormatException e) {
            problems.add("NUMBER_TYPE_MAX", "snowflake value should be less than or equal to 9223372036854775807.");
            return value;
        }
    }
}
