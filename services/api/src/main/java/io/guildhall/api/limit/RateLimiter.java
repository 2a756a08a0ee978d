package io.guildhall.api.limit;

import java.time.Duration;

/** Counts requests in buckets: in memory where one node answers, in Redis where several do. Any thread; may block for as long as Redis may take. */
public interface RateLimiter {
    /**
     * Takes requests out of a bucket, all or none of them. It is made full when it is new, and is full again one refill period after the first
     * request that it gave.
     *
     * @throws OutOfOrder when the bucket can't be asked; the limit itself then says whether requests pass
     */
    Decision take(Bucket bucket, int count);

    /**
     * @param name tells it from all other buckets
     * @param requests how many it holds when it is full
     * @param failOpen whether requests pass, each node counting for itself, while the nodes can't count together
     */
    record Bucket(String name, int requests, Duration refill, boolean failOpen) {}

    /**
     * @param allowed false when the bucket did not hold so many
     * @param remaining how many more requests the bucket holds
     * @param resetAfter ms until the bucket is full again
     */
    record Decision(boolean allowed, int remaining, long resetAfter) {}

    /** The limiter does not work at the moment. */
    final class OutOfOrder extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public OutOfOrder(String message) {
            super(message, null, false, false);
        }
    }
}
