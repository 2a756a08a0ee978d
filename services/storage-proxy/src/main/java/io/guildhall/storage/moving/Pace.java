package io.guildhall.storage.moving;

import java.util.concurrent.TimeUnit;

/** Keeps several threads together below a number of rows a second. */
final class Pace {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long rowsPerSecond;
    private long free;

    /** @param rowsPerSecond 0 for as many as possible */
    Pace(long rowsPerSecond) {
        this.rowsPerSecond = rowsPerSecond;
        this.free = System.nanoTime();
    }

    /** Waits until these rows may go. */
    void take(int rows) throws InterruptedException {
        if (rowsPerSecond == 0) {
            return;
        }
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            // What was not used is lost: a pause is not followed by a burst.
            free = Math.max(free, now) + rows * SECOND / rowsPerSecond;
            wait = free - now;
        }
        TimeUnit.NANOSECONDS.sleep(wait);
    }
}
