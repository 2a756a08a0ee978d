package io.guildhall.tests.simulation.redirect;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Unmodifiable sets in the order in which they were given; that of the JDK's own is drawn at the start of a process. */
public final class Sets {
    private Sets() {}

    @InsteadOf(Set.class)
    public static Set<Object> of(Object one, Object two) {
        return copyOf(List.of(one, two));
    }

    @InsteadOf(Set.class)
    public static Set<Object> of(Object one, Object two, Object three) {
        return copyOf(List.of(one, two, three));
    }

    @InsteadOf(Set.class)
    public static Set<Object> of(Object one, Object two, Object three, Object four) {
        return copyOf(List.of(one, two, three, four));
    }

    @InsteadOf(Set.class)
    public static Set<Object> of(Object one, Object two, Object three, Object four, Object five) {
        return copyOf(List.of(one, two, three, four, five));
    }

    @InsteadOf(Set.class)
    public static Set<Object> of(Object one, Object two, Object three, Object four, Object five, Object six) {
        return copyOf(List.of(one, two, three, four, five, six));
    }

    @InsteadOf(Set.class)
    public static Set<Object> of(Object... elements) {
        return copyOf(List.of(elements));
    }

    @InsteadOf(Set.class)
    public static Set<Object> copyOf(Collection<?> elements) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }

    @InsteadOf(Collectors.class)
    public static Collector<Object, ?, Set<Object>> toUnmodifiableSet() {
        return Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet);
    }
}
