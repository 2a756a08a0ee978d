package io.guildhall.storage.remnant;

import java.util.concurrent.atomic.AtomicLong;

/** Counts for a test to look at. */
final class CountedRemnants implements RemnantObserver {
    final AtomicLong found = new AtomicLong();
    final AtomicLong removed = new AtomicLong();
    final AtomicLong dropped = new AtomicLong();
    final AtomicLong swept = new AtomicLong();
    volatile double progress;

    @Override
    public void found() {
        found.incrementAndGet();
    }

    @Override
    public void removed() {
        removed.incrementAndGet();
    }

    @Override
    public void dropped() {
        dropped.incrementAndGet();
    }

    @Override
    public void swept(long rows) {
        swept.addAndGet(rows);
    }

    @Override
    public void progress(double done) {
        progress = done;
    }
}
