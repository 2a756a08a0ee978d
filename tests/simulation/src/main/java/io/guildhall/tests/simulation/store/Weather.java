package io.guildhall.tests.simulation.store;

import io.guildhall.tests.simulation.engine.Engine;
import java.time.Duration;

/** How the cluster feels. */
public final class Weather {
    private static final long BASE_NANOS = Duration.ofMillis(3).toNanos();
    private static final int HICCUPS_IN = 100;
    private static final long LONGEST_HICCUP_NANOS = Duration.ofSeconds(2).toNanos();

    private final Engine engine;
    private double failing;
    private long slowUntil;
    private long slowness;
    private long standsUntil;
    private long awayUntil;

    /** @param failing how many requests fail, from 0 to 1 */
    public Weather(Engine engine, double failing) {
        this.engine = engine;
        this.failing = failing;
    }

    /** Every request takes up to so much longer, each way, for so long. */
    public void slow(Duration by, Duration time) {
        slowness = by.toNanos();
        slowUntil = engine.now() + time.toNanos();
    }

    /** It stands still for so long: what is asked meanwhile happens afterwards. */
    public void stand(Duration time) {
        standsUntil = engine.now() + time.toNanos();
    }

    /** Nobody reaches it for so long. */
    public void away(Duration time) {
        awayUntil = engine.now() + time.toNanos();
    }

    /** Nothing fails from now on, and nothing takes especially long. */
    public void calm() {
        failing = 0;
        slowUntil = engine.now();
    }

    boolean fails() {
        return awayUntil > engine.now() || engine.random().nextDouble() < failing;
    }

    /** Nanoseconds one way. */
    long delay() {
        long delay = 100_000 + engine.random().nextLong(BASE_NANOS);
        if (engine.random().nextInt(HICCUPS_IN) == 0) {
            delay += engine.random().nextLong(LONGEST_HICCUP_NANOS);
        }
        if (slowUntil > engine.now()) {
            delay += engine.random().nextLong(slowness);
        }
        return delay + Math.max(0, standsUntil - engine.now());
    }
}
