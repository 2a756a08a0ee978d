package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Text with bounds on its length in code points. Numbers and booleans are taken as their text. */
public final class TextShape implements Shape {
    private final int min;
    private final int max;
    private final UnaryOperator<String> cleaning;

    /** @param cleaning applied before the length is measured */
    TextShape(int min, int max, UnaryOperator<String> cleaning) {
        this.min = min;
        this.max = max;
        this.cleaning = cleaning;
    }

    /** Also demands a pattern over the whole text; otherwise the given problem. */
    public Shape matching(Pattern pattern, String code, String message) {
        return (value, problems) -> {
            JsonNode clean = check(value, problems);
            if (problems.isEmpty() && !pattern.matcher(clean.asText()).matches()) {
                problems.add(code, message);
            }
            return clean;
        };
    }

    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (!value.isTextual() && !value.isNumber() && !value.isBoolean()) {
            if (value.isNull()) {
                return Shapes.missing(problems, value);
            }
            problems.add("STRING_TYPE_CONVERT", "Could not interpret \"" + Shapes.quote(value) + "\" as string.");
            return value;
        }
        String text = cleaning.apply(value.asText());
        int length = text.codePointCount(0, text.length());
        if (min > 0 && length == 0) {
            return Shapes.missing(problems, value);
        }
        if (length < min || length > max) {
            if (min > 0) {
                problems.add("BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
            } else {
                problems.add("BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
            }
            return value;
        }
        return TextNode.valueOf(text);
    }
}
