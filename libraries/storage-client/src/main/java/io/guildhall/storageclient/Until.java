package io.guildhall.storageclient;

import java.time.Duration;

/** A point of the monotonic clock at which a call has to be over. */
record Until(long nanoTime) {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    static Until in(Duration duration) {
        return new Until(System.nanoTime() + duration.toNanos());
    }

    /** The time that is left, at least a moment: a deadline in the past would look like a broken connection. */
    Duration left() {
        Duration left = Duration.ofNanos(nanoTime - System.nanoTime());
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }
}
