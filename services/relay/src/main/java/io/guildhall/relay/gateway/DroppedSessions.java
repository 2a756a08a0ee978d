package io.guildhall.relay.gateway;

import io.guildhall.model.rpc.Greeting;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The sessions that this relay dropped when it gave a gateway node up, which the node must hear of when it comes back: it
 * may only have stood still, and its clients would be connected and hear nothing.
 *
 * @param numbers sorted, each once; empty when {@code all}
 * @param all there were more than {@link #MOST}, so every session of the node is meant
 * @param since when the node was last given up
 */
record DroppedSessions(long[] numbers, boolean all, Instant since) {
    /** Numbers kept for one gateway node: 800 KB. */
    static final int MOST = 100_000;

    static DroppedSessions of(long[] numbers, Instant now) {
        long[] distinct = Arrays.stream(numbers).sorted().distinct().toArray();
        return distinct.length > MOST
                ? new DroppedSessions(new long[0], true, now)
                : new DroppedSessions(distinct, false, now);
    }

    DroppedSessions and(DroppedSessions later) {
        if (all || later.all) {
            return new DroppedSessions(new long[0], true, later.since);
        }
        return of(
                LongStream.concat(Arrays.stream(numbers), Arrays.stream(later.numbers))
                        .toArray(),
                later.since);
    }

    boolean isEmpty() {
        return !all && numbers.length == 0;
    }

    void into(Greeting.Builder greeting) {
        greeting.setAllDropped(all);
        Arrays.stream(numbers).forEach(greeting::addDroppedSessions);
    }
}
