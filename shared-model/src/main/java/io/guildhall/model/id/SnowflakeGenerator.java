package io.guildhall.model.id;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes snowflakes. Safe for many threads, and strictly rising whatever the clock does: while the clock stands still or
 * goes back, the last millisecond is used on, and when its 4096 ids are spent the next one is borrowed.
 */
public final class SnowflakeGenerator {
    /** How many different generators may run at once: 32 workers of 32 processes. */
    public static final int NODES = 1 << 10;

    private static final int SEQUENCE_BITS = 12;
    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;

    private final long nodeBits;
    private final Clock clock;

    /** The last timestamp and the last sequence, side by side: one more is the next sequence or the next millisecond. */
    private final AtomicLong last;

    /**
     * @param node 0 to {@link #NODES} - 1, different for every process that runs; its high five bits are the worker,
     *     its low five bits the process
     */
    public SnowflakeGenerator(int node, Clock clock) {
        checkArgument(node >= 0 && node < NODES, "node %s is not within 0 to %s", node, NODES - 1);
        this.nodeBits = (long) node << SEQUENCE_BITS;
        this.clock = requireNonNull(clock, "clock is null");
        this.last = new AtomicLong(now() - 1);
    }

    public SnowflakeGenerator(int worker, int process, Clock clock) {
        this((checkFiveBits(worker) << 5) | checkFiveBits(process), clock);
    }

    /** The next id: greater than every id that this generator made before. */
    public long next() {
        long now = now();
        long drawn = last.updateAndGet(previous -> Math.max(previous + 1, now));
        return ((drawn >>> SEQUENCE_BITS) << Snowflake.TIMESTAMP_SHIFT) | nodeBits | (drawn & SEQUENCE_MASK);
    }

    /** {@link #next} as it stands in JSON. */
    public String nextText() {
        return Snowflake.format(next());
    }

    private long now() {
        return Math.max(0, clock.millis() - Snowflake.EPOCH) << SEQUENCE_BITS;
    }

    private static int checkFiveBits(int part) {
        checkArgument(part >= 0 && part < 32, "%s is not within 0 to 31", part);
        return part;
    }
}
