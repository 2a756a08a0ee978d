package io.guildhall.guild.collection;

import java.util.function.Supplier;

/**
 * A value that is made when it is first asked for and then kept. Any thread may ask; threads that ask at the same moment may each
 * make it, so making it has no effects.
 */
public final class Once<T> {
    private final Supplier<T> maker;
    private volatile T value;

    public Once(Supplier<T> maker) {
        this.maker = maker;
    }

    public T get() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
