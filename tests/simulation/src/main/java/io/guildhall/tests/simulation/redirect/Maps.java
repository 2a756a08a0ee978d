package io.guildhall.tests.simulation.redirect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Unmodifiable maps in the order in which they were given; that of the JDK's own is drawn at the start of a process. */
public final class Maps {
    private Maps() {}

    @InsteadOf(Map.class)
    public static Map<Object, Object> ofEntries(Map.Entry<?, ?>... entries) {
        Map<Object, Object> all = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : entries) {
            all.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(all);
    }

    @InsteadOf(Map.class)
    public static Map<Object, Object> of(Object oneKey, Object one, Object twoKey, Object two) {
        return ofEntries(Map.entry(oneKey, one), Map.entry(twoKey, two));
    }

    @InsteadOf(Map.class)
    public static Map<Object, Object> of(
            Object oneKey, Object one, Object twoKey, Object two, Object threeKey, Object three) {
        return ofEntries(Map.entry(oneKey, one), Map.entry(twoKey, two), Map.entry(threeKey, three));
    }

    @InsteadOf(Map.class)
    public static Map<Object, Object> of(
            Object oneKey,
            Object one,
            Object twoKey,
            Object two,
            Object threeKey,
            Object three,
            Object fourKey,
            Object four) {
        return ofEntries(
                Map.entry(oneKey, one), Map.entry(twoKey, two), Map.entry(threeKey, three), Map.entry(fourKey, four));
    }

    @InsteadOf(Map.class)
    public static Map<Object, Object> copyOf(Map<?, ?> entries) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @InsteadOf(Collectors.class)
    public static <T> Collector<T, ?, Map<Object, Object>> toUnmodifiableMap(
            Function<? super T, ?> key, Function<? super T, ?> value) {
        return Collectors.collectingAndThen(
                Collectors.toMap(key, value, (one, other) -> one, LinkedHashMap::new), Collections::unmodifiableMap);
    }
}
