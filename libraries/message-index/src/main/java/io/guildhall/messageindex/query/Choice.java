package io.guildhall.messageindex.query;

import java.util.Set;

/**
 * Which values a message may have.
 *
 * @param any at least one of them, where there are some
 * @param none none of these
 */
public record Choice<T>(Set<T> any, Set<T> none) {
    public Choice {
        any = Set.copyOf(any);
        none = Set.copyOf(none);
    }

    /** Everything fits. */
    public static <T> Choice<T> all() {
        return new Choice<>(Set.of(), Set.of());
    }

    public static <T> Choice<T> of(Set<T> any) {
        return new Choice<>(any, Set.of());
    }
}
