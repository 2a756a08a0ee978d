package io.guildhall.model.operation;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keys that a shape lets through, at any depth: shapes say nothing of what is in them, so their fields are looked at. */
public final class ShapeKeys {
    private static final String OURS = "io.guildhall.model.operation";

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> keys = new TreeSet<>();

    private ShapeKeys() {}

    public static Set<String> of(Shape shape) {
        ShapeKeys found = new ShapeKeys();
        found.look(shape);
        return found.keys;
    }

    private void look(Object value) {
        if (value == null || !seen.add(value)) {
            return;
        }
        switch (value) {
            case Collection<?> all -> all.forEach(this::look);
            case Map<?, ?> map -> map.values().forEach(this::look);
            case Optional<?> maybe -> maybe.ifPresent(this::look);
            default -> lookInto(value);
        }
    }

    private void lookInto(Object value) {
        if (!value.getClass().getName().startsWith(OURS) || value.getClass().isHidden()) {
            return;
        }
        for (Field field : value.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            Object part = read(field, value);
            if (value.getClass().getSimpleName().equals("Field") && part instanceof String key) {
                keys.add(key);
            }
            look(part);
        }
    }

    private static Object read(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException | RuntimeException closed) {
            throw new AssertionError(field + " can't be looked at", closed);
        }
    }
}
