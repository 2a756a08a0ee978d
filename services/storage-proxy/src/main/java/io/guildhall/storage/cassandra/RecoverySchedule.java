package io.guildhall.storage.cassandra;

import io.guildhall.observability.process.Rounds;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Sweeps again and again on a thread of its own, until it is closed. */
final class RecoverySchedule implements AutoCloseable {
    private final RedoRecovery recovery;
    private final Duration interval;
    private final Rounds rounds = new Rounds("storage-redo", this::round);

    RecoverySchedule(RedoRecovery recovery, Duration interval) {
        this.recovery = recovery;
        this.interval = interval;
        rounds.start();
    }

    /** Waits for the request that is under way, which has a deadline. */
    @Override
    public void close() {
        rounds.stopAndWait();
    }

    private void round() throws InterruptedException {
        // Proxies that started together do not sweep together.
        Thread.sleep(interval.toMillis() / 2 + ThreadLocalRandom.current().nextLong(interval.toMillis()));
        recovery.sweep();
    }
}
