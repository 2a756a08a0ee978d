package io.guildhall.storage.flight;

import io.guildhall.observability.process.Later;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Alarms on one daemon thread for the whole process. An alarm that is called off leaves nothing behind. */
final class AlarmThread implements Alarms {
    static final Alarms INSTANCE = new AlarmThread();

    private final ScheduledThreadPoolExecutor timer;

    private AlarmThread() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("storage-deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Runnable set(Duration after, Runnable action) {
        Future<?> alarm = Later.run(timer, after, "A deadline", action);
        return () -> alarm.cancel(false);
    }
}
