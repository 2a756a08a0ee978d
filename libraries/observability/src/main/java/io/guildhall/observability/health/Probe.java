package io.guildhall.observability.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks an executor for a sign of life, without waiting for it: each look starts a task if none is under way, and one that
 * has been under way for too long means that the executor is stuck.
 */
final class Probe {
    private final Executor executor;
    private final Clock clock;
    private final Duration patience;
    private final AtomicReference<Instant> underWaySince = new AtomicReference<>();

    Probe(Executor executor, Clock clock, Duration patience) {
        this.executor = executor;
        this.clock = clock;
        this.patience = patience;
    }

    boolean alive() {
        Instant now = clock.instant();
        Instant since = underWaySince.get();
        if (since != null) {
            return since.plus(patience).isAfter(now);
        }
        underWaySince.set(now);
        try {
            executor.execute(() -> underWaySince.set(null));
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }
}
