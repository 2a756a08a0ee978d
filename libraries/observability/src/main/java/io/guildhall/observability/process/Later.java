package io.guildhall.observability.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What is done once, after a while: the only way in which anything is put off. Whatever it throws, an Error too, is logged, and neither its
 * timer nor the thread that it comes to is touched; only when memory has run out the process ends, see {@link Guard}.
 */
public final class Later {
    private Later() {}

    /**
     * Runs the task after this time on a thread of the timer, which may be an event loop.
     *
     * @param what the log calls the task when it fails
     * @return to cancel it by
     * @throws java.util.concurrent.RejectedExecutionException when the timer has ended
     */
    public static Future<?> run(ScheduledExecutorService timer, Duration after, String what, Runnable task) {
        return timer.schedule(guarded(what, task), after.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs the task after this time, on a virtual thread of its own. */
    public static void start(Duration after, String what, Runnable task) {
        by(Thread::startVirtualThread, after).execute(guarded(what, task));
    }

    /**
     * Begins everything so much later on these threads. For the stages of a {@link CompletableFuture} and nothing else: each keeps what its
     * task throws for whoever waits for it.
     */
    public static Executor by(Executor threads, Duration after) {
        return CompletableFuture.delayedExecutor(after.toNanos(), TimeUnit.NANOSECONDS, threads);
    }

    private static Runnable guarded(String what, Runnable task) {
        return () -> Guard.PROCESS.run(what, task);
    }
}
