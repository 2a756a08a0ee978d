package io.guildhall.storage.cassandra;

import java.time.Duration;

/** The moment by which a read or write has to be over. */
record Deadline(long nanos) {
    static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Zero or less when it has passed. */
    Duration remaining() {
        return Duration.ofNanos(nanos - System.nanoTime());
    }
}
