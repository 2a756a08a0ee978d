package io.guildhall.messageindex.facet;

import java.util.Set;

/**
 * What must hold of a facet.
 *
 * @param values with none of them no message fits, or every message where they are not wanted
 * @param wanted whether a message has at least one of them, or none
 */
public record Condition(Facet facet, Set<String> values, boolean wanted) {
    public Condition {
        values = Set.copyOf(values);
    }
}
