package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One of several shapes, chosen by a whole number in the value itself. */
public record DiscriminatedShape(String field, Map<Integer, Shape> shapes) implements Shape {
    @Override
    public JsonNode check(JsonNode value, Problems problems) {
        if (!value.isObject()) {
            problems.add("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            return value;
        }
        JsonNode type = value.get(field);
        if (type == null || type.isNull()) {
            Shapes.missing(problems.at(field), value);
            return value;
        }
        BigDecimal number = IntegerShape.parse(type).orElse(BigDecimal.valueOf(-1));
        for (Map.Entry<Integer, Shape> entry : shapes.entrySet()) {
            if (number.compareTo(BigDecimal.valueOf(entry.getKey())) == 0) {
                JsonNode clean = entry.getValue().check(value, problems);
                if (clean instanceof ObjectNode object) {
                    object.set(field, LongNode.valueOf(entry.getKey()));
                }
                return clean;
            }
        }
        String listed = new TreeSet<>(shapes.keySet())
                .stream().map(choice -> Integer.toString(choice)).collect(Collectors.joining(", "));
        problems.at(field)
                .add("UNION_TYPE_CHOICES", "Value of field \"" + field + "\" must be one of (" + listed + ").");
        return value;
    }
}
