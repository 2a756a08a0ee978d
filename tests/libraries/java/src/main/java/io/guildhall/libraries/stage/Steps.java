package io.guildhall.libraries.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Takes steps one after the other and prints a line for each, as the runner wants it. */
public final class Steps {
    /** How long what is waited for may take, in ms. Nothing passes or fails by how fast it was. */
    private static final long PATIENCE = 20_000;

    private final Map<String, Step> steps = new LinkedHashMap<>();

    /** One step. */
    public interface Step {
        void take() throws Exception;
    }

    /** @param name as the runner knows it */
    public Steps add(String name, Step step) {
        steps.put(name, step);
        return this;
    }

    /** Takes all in their order, and ends the program. Without the first, none of the others makes sense. */
    public void take() {
        boolean first = true;
        for (Map.Entry<String, Step> entry : steps.entrySet()) {
            try {
                entry.getValue().take();
                System.out.println("ok " + entry.getKey());
            } catch (Exception | AssertionError failure) {
                failure.printStackTrace();
                System.out.println(
                        "failed " + entry.getKey() + " " + failure.toString().replaceAll("\\s+", " "));
                if (first) {
                    break;
                }
            }
            first = false;
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    public static void equal(Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError(actual + " is not " + expected);
        }
    }

    public static void check(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError("not so: " + what);
        }
    }

    /** Waits until the condition holds, and says what was waited for when it never does. */
    public static void until(String what, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        while (!holds.getAsBoolean()) {
            check("in time: " + what, System.nanoTime() < end);
            Thread.sleep(20);
        }
    }

    /** What arrives, one after the other. */
    public static final class Arrivals {
        private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();

        public void add(Object event) {
            arrived.add(event);
        }

        /** The next of this type that is accepted; what came before it is dropped. */
        public <T> T next(Class<T> type, Predicate<T> accepts) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
            while (true) {
                Object event = arrived.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                check("in time: " + type.getSimpleName(), event != null);
                if (type.isInstance(event) && accepts.test(type.cast(event))) {
                    return type.cast(event);
                }
            }
        }

        public <T> T next(Class<T> type) throws InterruptedException {
            return next(type, event -> true);
        }
    }

    /** What was said, in the order in which it came. */
    public static final class Contents {
        private final List<String> all = new CopyOnWriteArrayList<>();

        public void add(String content) {
            all.add(content);
        }

        public List<String> all() {
            return List.copyOf(all);
        }
    }
}
