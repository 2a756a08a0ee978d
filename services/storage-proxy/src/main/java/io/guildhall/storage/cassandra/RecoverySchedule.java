package io.guildhall.storage.cassandra;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Sweeps again and again on a thread of its own, until it is closed. */
final class RecoverySchedule implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RecoverySchedule.class);

    private final RedoRecovery recovery;
    private final Duration interval;
    private final Thread thread;

    RecoverySchedule(RedoRecovery recovery, Duration interval) {
        this.recovery = recovery;
        this.interval = interval;
        this.thread = Thread.ofVirtual().name("storage-redo").start(this::run);
    }

    /** Waits for the request that is under way, which has a deadline. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                // Proxies that started together do not sweep together.
                Thread.sleep(
                        interval.toMillis() / 2 + ThreadLocalRandom.current().nextLong(interval.toMillis()));
                recovery.sweep();
            } catch (InterruptedException closed) {
                return;
            } catch (RuntimeException failure) {
                LOG.warnf("Could not look for batches that were left behind; later again: %s", failure.getMessage());
            }
        }
    }
}
