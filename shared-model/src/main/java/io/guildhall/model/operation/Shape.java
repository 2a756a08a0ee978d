package io.guildhall.model.operation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a JSON value must look like. Shapes are built in {@link Shapes}, put together into the bodies and queries of
 * {@link Operation}s, and are immutable.
 */
public interface Shape {
    /**
     * Checks a value and returns its clean form: unknown keys left out, snowflakes as strings, numbers and booleans that
     * came as text converted. Problems go to {@code problems}; the result is then of no use.
     *
     * @param value the value as it came; never null, but possibly a JSON null
     */
    JsonNode check(JsonNode value, Problems problems);

    /** How many values that are no lists and no objects may be in it, as far as a query shows that: keys with a value. */
    default int mostValues() {
        return 1;
    }
}
