package io.guildhall.tests.simulation.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

/**
 * A process: schedules its own virtual threads, can stand still as after SIGSTOP, and can die as after SIGKILL. Its wall
 * clock may be wrong; its monotonic clock never is.
 */
public final class Machine implements Executor {
    private final Engine engine;
    private final String name;
    private final SplittableRandom random;
    private final Duration clockError;
    private boolean alive = true;
    /** What came while it stood, in order. */
    private final Deque<Task> missed = new ArrayDeque<>();

    private long standsUntil;
    /** The end of standing as it was known last; it may have been put off since. */
    private Task awakening;

    public Machine(Engine engine, String name, Duration clockError) {
        this.engine = engine;
        this.name = name;
        this.random = engine.random().split();
        this.clockError = clockError;
    }

    public String name() {
        return name;
    }

    public Engine engine() {
        return engine;
    }

    /** Chance for the code of this machine. */
    public SplittableRandom random() {
        return random;
    }

    public boolean alive() {
        return alive;
    }

    /** True while it does nothing. */
    public boolean stands() {
        return standsUntil > engine.now();
    }

    /** Nothing of it runs any more, ever. */
    public void kill() {
        alive = false;
    }

    /** It does nothing for a while, and then everything that it missed. */
    public void stand(Duration time) {
        standsUntil = Math.max(standsUntil, engine.now() + time.toNanos());
    }

    /** Runs a task, such as the next part of a virtual thread, soon. */
    @Override
    public void execute(Runnable task) {
        engine.soon(this, task);
    }

    /** Runs the action on a new virtual thread of this machine. */
    public void start(Runnable action) {
        Threads.builder(this).start(action);
    }

    /** Its wall clock. */
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("there is only UTC");
            }

            @Override
            public Instant instant() {
                return engine.instant().plus(clockError);
            }
        };
    }

    /** While it stands, tasks wait for the end of it. */
    boolean defers(Task task) {
        if (!stands()) {
            return false;
        }
        boolean stillStands = task == awakening;
        if (missed.isEmpty() || stillStands) {
            awakening = engine.at(standsUntil, this, this::goOn);
        }
        if (!stillStands) {
            missed.add(task);
        }
        return true;
    }

    private void goOn() {
        long time = engine.now();
        while (!missed.isEmpty()) {
            Task task = missed.poll();
            if (!task.cancelled()) {
                engine.at(time++, this, task.action());
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
