package io.guildhall.guild.kernel.actor;

import io.guildhall.observability.process.Guard;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How something is done after a while. */
interface Pauses {
    /** By the clock of this machine, on a virtual thread. */
    Pauses REAL = (pause, action) -> CompletableFuture.delayedExecutor(
                    pause.toNanos(), TimeUnit.NANOSECONDS, Thread::startVirtualThread)
            .execute(() -> Guard.PROCESS.run("What was put off", action));

    /** Does not block; the action runs on another thread. */
    void after(Duration pause, Runnable action);
}
