package io.guildhall.storageclient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Write timestamps, in microseconds since 1970: the clock's time, but strictly rising even when the clock stands or goes
 * back. One source serves the whole process, so that an actor that is given up and loaded again here goes on above its
 * own writes. An actor that comes from another process brings that one's {@link #last} along ({@link #passed}), so that it
 * goes on above those too when the clocks differ.
 */
@ApplicationScoped
public class Timestamps {
    private final Clock clock;
    private final AtomicLong next = new AtomicLong();

    @Inject
    public Timestamps(Clock clock) {
        this.clock = clock;
    }

    /** The first of so many consecutive timestamps that nobody else here gets. */
    public long reserve(int count) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return next.updateAndGet(free -> Math.max(free, now) + count) - count;
    }

    /** The highest one that was given out or heard of; 0 when there is none. */
    public long last() {
        return Math.max(0, next.get() - 1);
    }

    /** Everything that is given out from now on is later than the clock by so much, until the clock has caught up. */
    public void ahead(Duration time) {
        passed(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant().plus(time)));
    }

    /** Everything that is given out from now on is above this timestamp, which another process gave out. */
    public void passed(long timestamp) {
        next.accumulateAndGet(timestamp + 1, Math::max);
    }
}
