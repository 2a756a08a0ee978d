package io.guildhall.api.body;

import io.guildhall.observability.process.Later;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Interrupts a thread that still waits when its time is over, and none that waits for something else by then. */
final class Alarm {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Future<?> ringing;

    /** Null while nobody waits. */
    private Thread waiting;

    private boolean rang;
    private boolean over;

    Alarm(Duration time) {
        ringing = Later.run(TIMER, time, "The end of the time for a body", this::ring);
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "bodies");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /**
     * This thread is about to wait.
     *
     * @return false when the time is over already: nobody would end that wait
     */
    synchronized boolean watch() {
        if (!over) {
            waiting = Thread.currentThread();
        }
        return !over;
    }

    /** It waits no more, and whatever it waits for next is its own affair. */
    synchronized void pause() {
        waiting = null;
        if (rang) {
            rang = false;
            Thread.interrupted();
        }
    }

    void off() {
        ringing.cancel(false);
    }

    private synchronized void ring() {
        over = true;
        if (waiting != null) {
            rang = true;
            waiting.interrupt();
        }
    }
}
