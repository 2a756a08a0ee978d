package io.guildhall.tests.simulation.engine;

import java.lang.reflect.Constructor;
import java.util.concurrent.Executor;

/**
 * Virtual threads that a machine schedules. The JDK has the constructor for its own tests; it is reached with {@code
 * --add-opens java.base/java.lang=ALL-UNNAMED}.
 */
public final class Threads {
    private static final Constructor<?> BUILDER = constructor();

    private Threads() {}

    public static Thread.Builder.OfVirtual builder(Machine machine) {
        try {
            return (Thread.Builder.OfVirtual) BUILDER.newInstance(machine);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Constructor<?> constructor() {
        try {
            Constructor<?> found = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
                    .getDeclaredConstructor(Executor.class);
            found.setAccessible(true);
            return found;
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("this JDK has no virtual threads with a scheduler of one's own", missing);
        }
    }
}
