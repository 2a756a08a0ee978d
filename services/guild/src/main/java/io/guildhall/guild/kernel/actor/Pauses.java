package io.guildhall.guild.kernel.actor;

import io.guildhall.observability.process.Later;
import java.time.Duration;

/** How something is done after a while. */
interface Pauses {
    /** By the clock of this machine, on a virtual thread. */
    Pauses REAL = (pause, action) -> Later.start(pause, "What was put off", action);

    /** Does not block; the action runs on another thread. */
    void after(Duration pause, Runnable action);
}
