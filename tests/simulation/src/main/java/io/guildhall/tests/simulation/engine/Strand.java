package io.guildhall.tests.simulation.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/** What arrives one after the other at a machine, and is handled so: on a virtual thread at a time. */
public final class Strand {
    private final Machine machine;
    private final Deque<Runnable> arrived = new ArrayDeque<>();
    private boolean working;
    private Thread thread;

    public Strand(Machine machine) {
        this.machine = machine;
    }

    public void add(Runnable work) {
        arrived.add(work);
        if (!working) {
            working = true;
            machine.start(this::drain);
        }
    }

    /** Whether the calling code is what this runs. */
    public boolean here() {
        return thread == Thread.currentThread();
    }

    private void drain() {
        thread = Thread.currentThread();
        try {
            for (Runnable work = arrived.poll(); work != null; work = arrived.poll()) {
                work.run();
            }
        } finally {
            thread = null;
            working = false;
        }
    }
}
