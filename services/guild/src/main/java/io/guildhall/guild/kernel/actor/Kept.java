package io.guildhall.guild.kernel.actor;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What an actor knows that is stored nowhere, such as who is online: it outlives a reload of the state. Only the actor's
 * own thread uses it.
 */
public final class Kept {
    private final Map<Class<?>, Object> things = new HashMap<>();

    /** The one thing of this type, made on first use. */
    public <T> T get(Class<T> type, Supplier<T> whenMissing) {
        return type.cast(things.computeIfAbsent(type, missing -> whenMissing.get()));
    }
}
