package io.guildhall.push.timing;

import java.time.Duration;
import java.time.Instant;

/** The time, and what happens later. */
public interface Timer {
    Instant now();

    /** Runs a short task after this time, on any thread. */
    void after(Duration time, Runnable task);
}
