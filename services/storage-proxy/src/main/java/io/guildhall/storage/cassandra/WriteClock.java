package io.guildhall.storage.cassandra;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Microseconds since 1970 for writes that bring no time of their own: every one later than the one before. */
public final class WriteClock {
    private static final long MICROS = 1_000_000;

    private final Clock clock;
    private final AtomicLong next = new AtomicLong();

    public WriteClock(Clock clock) {
        this.clock = clock;
    }

    /** The first of so many microseconds that nobody else gets. */
    public long reserve(int count) {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * MICROS + now.getNano() / 1_000;
        return next.updateAndGet(last -> Math.max(last, micros) + count) - count;
    }

    /** Whatever is reserved from now on comes after this time. */
    public void passed(long micros) {
        next.accumulateAndGet(micros + 1, Math::max);
    }
}
