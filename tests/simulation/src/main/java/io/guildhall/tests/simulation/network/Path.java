package io.guildhall.tests.simulation.network;

import io.guildhall.tests.simulation.engine.Engine;
import java.time.Duration;

/** What lies between two machines, in both directions. */
public final class Path {
    private static final int HICCUPS_IN = 200;
    private static final long LONGEST_HICCUP_NANOS = Duration.ofMillis(400).toNanos();

    private final Engine engine;
    private final long base;
    private long cutUntil;
    private long slowUntil;
    private long slowness;

    Path(Engine engine) {
        this.engine = engine;
        this.base = 50_000 + engine.random().nextLong(1_500_000);
    }

    /** Nothing gets through for so long; what was sent gets through afterwards, if its connection is there still. */
    public void cut(Duration time) {
        cutUntil = Math.max(cutUntil, engine.now() + time.toNanos());
    }

    /** Everything takes so much longer for so long. */
    public void slow(Duration by, Duration time) {
        slowness = by.toNanos();
        slowUntil = engine.now() + time.toNanos();
    }

    /** Everything gets through from now on. */
    void calm() {
        cutUntil = engine.now();
        slowUntil = engine.now();
    }

    boolean isCut() {
        return cutUntil > engine.now();
    }

    /** When what is sent now arrives. */
    long arrival() {
        long delay = base + engine.random().nextLong(base);
        if (engine.random().nextInt(HICCUPS_IN) == 0) {
            delay += engine.random().nextLong(LONGEST_HICCUP_NANOS);
        }
        if (slowUntil > engine.now()) {
            delay += engine.random().nextLong(slowness);
        }
        return Math.max(engine.now(), cutUntil) + delay;
    }
}
