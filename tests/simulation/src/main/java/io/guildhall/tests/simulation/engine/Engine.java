package io.guildhall.tests.simulation.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Runs everything of one simulation on the calling thread: each virtual thread of each machine, each message and each
 * timer is a task with a virtual time, and tasks of one time run in an order that the seed decides. No time passes while a
 * task runs. One seed therefore gives one run, to the last step, which {@link #fingerprint} shows.
 *
 * <p>One simulation at a time runs in a class loader: code that is simulated finds it by {@link #current}.
 */
public final class Engine {
    private static final long START_NANOS = Duration.ofHours(1).toNanos();
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    /** What handing a task to a thread costs at most; the seed decides, and with it who is first. */
    private static final int LONGEST_HANDING_OVER_NANOS = 50_000;

    private static Engine current;

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final SplittableRandom random;
    private final Thread loop = Thread.currentThread();
    private final List<String> escapes = new ArrayList<>();
    private final Watcher watcher;
    private long now = START_NANOS;
    private long handedOut;
    private long done;
    private long fingerprint;
    private Machine running;

    public Engine(long seed, Watcher watcher) {
        random = new SplittableRandom(seed);
        this.watcher = watcher;
    }

    /** The simulation of the calling code; null outside of one. */
    public static Engine current() {
        return current;
    }

    /** The machine whose code is running; null between tasks. */
    public Machine running() {
        return running;
    }

    /** Virtual nanoseconds, as {@link System#nanoTime} counts. */
    public long now() {
        return now;
    }

    /** What a perfect clock shows. */
    public Instant instant() {
        return START.plusNanos(now - START_NANOS);
    }

    /** Chance for whoever shapes the run. Code that is simulated has each machine's own. */
    public SplittableRandom random() {
        return random;
    }

    /** Steps so far. */
    public long steps() {
        return done;
    }

    /** The same for two runs exactly when they took the same steps. */
    public long fingerprint() {
        return fingerprint;
    }

    /** Runs the task on the machine after so long. */
    public Task after(Duration delay, Machine machine, Runnable action) {
        return at(now + delay.toNanos(), machine, action);
    }

    Task at(long time, Machine machine, Runnable action) {
        Task task = new Task(Math.max(time, now), random.nextInt(), ++handedOut, machine, action, watcher.whence());
        tasks.add(task);
        return task;
    }

    /** Soon, in an order with others that the seed decides. */
    void soon(Machine machine, Runnable action) {
        // Anything that comes from a real thread comes at a real time: that run could never be repeated.
        if (Thread.currentThread() != loop && !Thread.currentThread().isVirtual()) {
            escaped("thread " + Thread.currentThread().getName());
            return;
        }
        at(now + random.nextInt(LONGEST_HANDING_OVER_NANOS), machine, action);
    }

    /** Something happens that the seed does not decide: the run does not count. */
    public void escaped(String what) {
        synchronized (escapes) {
            escapes.add(what);
        }
    }

    /**
     * Runs until nothing is left to do or so much virtual time has passed.
     *
     * @param mostSteps more of them mean that something goes round in circles
     * @throws IllegalStateException when it goes round in circles, or something of the real world took part
     */
    public void run(Duration length, long mostSteps) {
        long end = now + length.toNanos();
        Engine before = current;
        current = this;
        try {
            while (!tasks.isEmpty() && tasks.peek().time() <= end) {
                step(tasks.poll());
                if (done > mostSteps) {
                    throw new IllegalStateException("more than " + mostSteps + " steps");
                }
            }
            now = end;
            synchronized (escapes) {
                if (!escapes.isEmpty()) {
                    throw new IllegalStateException("something outside of the simulation took part: " + escapes);
                }
            }
        } finally {
            current = before;
        }
    }

    /** Runs the action as the machine, at once. */
    public void as(Machine machine, Runnable action) {
        Machine before = running;
        running = machine;
        try {
            action.run();
        } finally {
            running = before;
        }
    }

    private void step(Task task) {
        if (task.cancelled() || !task.machine().alive()) {
            return;
        }
        now = Math.max(now, task.time());
        if (task.machine().defers(task)) {
            return;
        }
        done++;
        fingerprint = (fingerprint * 31 + task.number()) * 31 + task.time();
        watcher.taken(task, Duration.ofNanos(now - START_NANOS));
        as(task.machine(), task.action());
    }
}
