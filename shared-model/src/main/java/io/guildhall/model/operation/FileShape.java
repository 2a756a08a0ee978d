package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * A small file in a form. api looks at it, stores it and puts its hash with an extension that says what it is in its place, before
 * this shape and an owner see the body; in a JSON body there can be none.
 *
 * @param maxBytes of the file
 */
public record FileShape(int maxBytes) implements Shape {
    private static final Pattern PLACED = Pattern.compile("[0-9a-f]{32}\\.[a-z]{3,4}");

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (!value.isTextual() || !PLACED.matcher(value.textValue()).matches()) {
            return Shapes.missing(problems, value);
        }
        return value;
    }
}
