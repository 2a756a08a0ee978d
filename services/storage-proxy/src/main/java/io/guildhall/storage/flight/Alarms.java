package io.guildhall.storage.flight;

import java.time.Duration;

/** Does things later. */
@FunctionalInterface
public interface Alarms {
    /** Runs the action after the time, unless what is returned is run before. Neither blocks. */
    Runnable set(Duration after, Runnable action);
}
