package io.guildhall.relay.gateway;

import java.time.Duration;

/** Runs things elsewhere: now, or later. Each on a thread that may be blocked. */
public interface Delays {
    void now(Runnable task);

    void later(Duration pause, Runnable task);
}
