package io.guildhall.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A clock in UTC that stands still until a test moves it. Any thread may read it, also while it is moved. */
public final class ManualClock extends Clock {
    private final AtomicReference<Instant> now;
    private final AtomicLong readings = new AtomicLong();

    /** Stands at some time of the year 2026. */
    public ManualClock() {
        this(Instant.parse("2026-01-02T03:04:05Z"));
    }

    public ManualClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** Goes on by this much, or back where it is negative. */
    public void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /** Jumps to this time, forward or back. */
    public void set(Instant time) {
        now.set(time);
    }

    /** How often it was asked. */
    public long readings() {
        return readings.get();
    }

    @Override
    public Instant instant() {
        readings.incrementAndGet();
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
