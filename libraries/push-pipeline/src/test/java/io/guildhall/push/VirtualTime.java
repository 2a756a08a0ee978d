package io.guildhall.push;

import io.guildhall.push.timing.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** Time that passes only when nothing is left to do now. */
public final class VirtualTime implements Timer {
    private record Task(Instant at, long order, Runnable work) {}

    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final Queue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::order));
    private Instant now = START;
    private long orders;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void after(Duration time, Runnable task) {
        tasks.add(new Task(now.plus(time), orders++, task));
    }

    /** Does what is due within this time, and ends with it. */
    public void pass(Duration time) {
        Instant end = now.plus(time);
        while (!tasks.isEmpty() && !tasks.peek().at().isAfter(end)) {
            Task next = tasks.remove();
            now = next.at();
            next.work().run();
        }
        now = end;
    }

    /** Until nothing is left to do. */
    public void finish() {
        while (!tasks.isEmpty()) {
            Task next = tasks.remove();
            now = next.at();
            next.work().run();
        }
    }
}
