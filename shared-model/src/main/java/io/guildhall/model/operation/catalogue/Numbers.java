package io.guildhall.model.operation.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.Shapes;

/** Numbers that are not whole. */
final class Numbers {
    /** Seconds of sound: more than none, at most twenty minutes. */
    static final Shape DURATION = (value, problems) -> {
        JsonNode seconds = Shapes.number().check(value, problems);
        if (problems.isEmpty() && (seconds.asDouble() < 0 || seconds.asDouble() > 1200)) {
            problems.add("NUMBER_TYPE_MAX", "float value should be less than or equal to 1200.");
        }
        return seconds;
    };

    private Numbers() {}
}
