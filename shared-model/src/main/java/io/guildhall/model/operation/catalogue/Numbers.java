package io.guildhall.model.operation.catalogue;

import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.Shapes;

/** Numbers that are not whole. */
final class Numbers {
    /** Seconds of sound: more than none, at most twenty minutes. */
    static final Shape DURATION = (value, problems) -> {
        double seconds = Shapes.number().check(value, problems).asDouble();
        if (problems.isEmpty() && (seconds < 0 || seconds > 1200)) {
            problems.add("NUMBER_TYPE_MAX", "float value should be less than or equal to 1200.");
        }
        return value;
    };

    private Numbers() {}
}
