package io.guildhall.tests.simulation.engine;

/** Something that a machine does at a virtual time. */
public final class Task implements Comparable<Task> {
    private final long time;
    private final int lot;
    private final long number;
    private final Machine machine;
    private final Runnable action;
    private final String whence;
    private boolean cancelled;

    /**
     * @param lot decides between tasks of one time
     * @param whence as {@link Watcher#whence}
     */
    Task(long time, int lot, long number, Machine machine, Runnable action, String whence) {
        this.time = time;
        this.lot = lot;
        this.number = number;
        this.machine = machine;
        this.action = action;
        this.whence = whence;
    }

    /** It does not run any more. */
    public void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    long time() {
        return time;
    }

    long number() {
        return number;
    }

    Machine machine() {
        return machine;
    }

    String whence() {
        return whence;
    }

    Runnable action() {
        return action;
    }

    @Override
    public int compareTo(Task other) {
        int order = Long.compare(time, other.time);
        if (order == 0) {
            order = Integer.compare(lot, other.lot);
        }
        return order == 0 ? Long.compare(number, other.number) : order;
    }
}
