package io.guildhall.guild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until told otherwise. */
public final class TestClock extends Clock {
    private volatile Instant now = Instant.parse("2026-01-02T03:04:05Z");

    private final AtomicLong readings = new AtomicLong();

    /** How often it was asked. */
    public long readings() {
        return readings.get();
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        readings.incrementAndGet();
        return now;
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
