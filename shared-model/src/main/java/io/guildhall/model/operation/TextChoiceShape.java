package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One of some texts, letter by letter. */
record TextChoiceShape(List<String> choices) implements Shape {
    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        if (!value.isTextual() || !choices.contains(value.textValue())) {
            String listed = choices.stream()
                    .map(choice -> "'" + choice + "'")
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            problems.add("BASE_TYPE_CHOICES", "Value must be one of {" + listed + "}.");
        }
        return value;
    }
}
