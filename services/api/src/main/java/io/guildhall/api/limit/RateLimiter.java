package io.guildhall.api.limit;

import java.time.Duration;

/** Counts requests in buckets. In memory here; shared between nodes in a cluster. */
public interface RateLimiter {
    /**
     * Takes one request out of a bucket, which is made full when it is new.
     *
     * @throws OutOfOrder when the bucket can't be asked; the limit itself then says whether requests pass
     */
    Decision take(String bucket, int requests, Duration refill);

    /**
     * @param allowed false when the bucket was empty
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
