package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** One of some whole numbers. */
record IntegerChoiceShape(Set<Long> choices, String listed) implements Shape {
    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (value.isNull()) {
            return Shapes.missing(problems, value);
        }
        Optional<BigDecimal> number = IntegerShape.parse(value);
        if (number.isEmpty()) {
            problems.add("NUMBER_TYPE_COERCE", "Value \"" + Shapes.quote(value) + "\" is not int.");
            return value;
        }
        for (Long choice : choices) {
            if (number.get().compareTo(BigDecimal.valueOf(choice)) == 0) {
                return LongNode.valueOf(choice);
            }
        }
        String set = listed.substring(1, listed.length() - 1);
        problems.add("BASE_TYPE_CHOICES", "Value must be one of {" + set + "}.");
        return value;
    }
}
