package io.guildhall.model.time;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Holds work in the background to so many units a second. What was not used within the last {@link #BURST} is lost, so
 * that work does not come in a rush after a rest. For one thread at a time.
 */
public final class Pace {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long BURST = SECOND / 10;

    private final double nanosPerUnit;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private long paidUntil;

    /** Waits; tests count instead. */
    @FunctionalInterface
    public interface Pause {
        void nanos(long nanos) throws InterruptedException;
    }

    public Pace(int unitsPerSecond, LongSupplier nanoTime, Pause pause) {
        checkArgument(unitsPerSecond > 0, "a pace of %s units a second", unitsPerSecond);
        this.nanosPerUnit = (double) SECOND / unitsPerSecond;
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.paidUntil = nanoTime.getAsLong();
    }

    /** By the system's clock, sleeping. */
    public static Pace of(int unitsPerSecond) {
        return new Pace(unitsPerSecond, System::nanoTime, nanos -> Thread.sleep(Duration.ofNanos(nanos)));
    }

    /** Blocks until the units that were spent before are paid for, and then spends these. */
    public void spend(long units) throws InterruptedException {
        long now = nanoTime.getAsLong();
        if (paidUntil - now > 0) {
            pause.nanos(paidUntil - now);
        }
        paidUntil = Math.max(paidUntil, now - BURST) + (long) (units * nanosPerUnit);
    }
}
