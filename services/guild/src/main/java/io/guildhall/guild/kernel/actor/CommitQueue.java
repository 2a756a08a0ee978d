package io.guildhall.guild.kernel.actor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The commits of one actor that wait to be written, in order, and whether a flight of them is under way: there is one at most. Bounded:
 * {@link #line} blocks while too much waits. Any thread; holds its lock for no longer than it takes to look.
 */
final class CommitQueue {
    /** Keeps one write well below the 4 MiB that a gRPC message may have. */
    private static final int MAX_FLIGHT_BYTES = 1 << 20;
    /** Half of what the store takes in a batch, so that a flight fits whenever its commits do. */
    private static final int MAX_FLIGHT_MUTATIONS = 5_000;

    /** Where a commit finds itself. */
    enum Place {
        /** Others leave before it, or with it, and take it along. */
        BEHIND,
        /** Nothing flies, and nothing more is awaited: whoever brought it sends it off. */
        FIRST,
        REFUSED
    }

    private final int capacity;
    private final Unsettled unsettled = new Unsettled();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<Commit> waiting = new ArrayDeque<>();
    private Optional<Runnable> undo = Optional.empty();
    private int alone;
    private boolean gathering;
    private boolean flying;
    private boolean repeating;
    private boolean fenced;

    /** @param capacity commits that may wait */
    CommitQueue(int capacity) {
        this.capacity = capacity;
    }

    /** What was lined up and may not be durable yet. */
    Unsettled unsettled() {
        return unsettled;
    }

    /** True while a flight is repeated because its outcome is not known. */
    boolean repeating() {
        lock.lock();
        try {
            return repeating;
        } finally {
            lock.unlock();
        }
    }

    boolean fenced() {
        lock.lock();
        try {
            return fenced;
        } finally {
            lock.unlock();
        }
    }

    /** What takes back the state that refused commits were built on; until it was taken every commit is refused. */
    Optional<Runnable> takeUndo() {
        lock.lock();
        try {
            Optional<Runnable> taken = undo;
            undo = Optional.empty();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Blocks while too much waits. */
    Place line(Commit commit) {
        lock.lock();
        try {
            while (takes() && waiting.size() >= capacity) {
                moved.awaitUninterruptibly();
            }
            if (!takes()) {
                return Place.REFUSED;
            }
            unsettled.add(commit.mutations());
            waiting.add(commit);
            if (flying || (gathering && waiting.size() < capacity)) {
                return Place.BEHIND;
            }
            flying = true;
            return Place.FIRST;
        } finally {
            lock.unlock();
        }
    }

    /** While this is so, what is lined up waits for {@link #takeOff}, or for another flight, or until the queue is full. */
    void gather(boolean more) {
        lock.lock();
        try {
            gathering = more;
        } finally {
            lock.unlock();
        }
    }

    /** True when something waits and nothing flies: whoever asks sends it off. */
    boolean takeOff() {
        lock.lock();
        try {
            boolean first = !flying && !waiting.isEmpty();
            flying |= first;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until no flight is under way. */
    void awaitLanded() {
        lock.lock();
        try {
            while (flying) {
                moved.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** False once a commit was refused and its undo not taken yet, or another epoch was claimed. */
    boolean isTaking() {
        lock.lock();
        try {
            return takes();
        } finally {
            lock.unlock();
        }
    }

    private boolean takes() {
        return !fenced && undo.isEmpty();
    }

    /** The next commits to write together, at least one; empty when none wait, and then nothing flies any more. */
    List<Commit> next() {
        lock.lock();
        try {
            List<Commit> commits = new ArrayList<>();
            long bytes = 0;
            long mutations = 0;
            while (!waiting.isEmpty() && (alone == 0 || commits.isEmpty())) {
                bytes += waiting.peek().bytes();
                mutations += waiting.peek().mutations().size();
                if (!commits.isEmpty() && (bytes > MAX_FLIGHT_BYTES || mutations > MAX_FLIGHT_MUTATIONS)) {
                    break;
                }
                commits.add(waiting.poll());
            }
            alone = Math.max(0, alone - 1);
            flying = !commits.isEmpty();
            moved.signalAll();
            return commits;
        } finally {
            lock.unlock();
        }
    }

    /** The flight that is under way will be repeated. */
    void repeat() {
        lock.lock();
        try {
            repeating = true;
        } finally {
            lock.unlock();
        }
    }

    /** The flight that is under way has become durable. */
    void settle(List<Commit> flight) {
        lock.lock();
        try {
            repeating = false;
            flight.forEach(commit -> unsettled.settle(commit.mutations().size()));
        } finally {
            lock.unlock();
        }
    }

    /** The commits of the flight that is under way leave again, each alone, before all others. */
    void again(List<Commit> flight) {
        lock.lock();
        try {
            flight.reversed().forEach(waiting::addFirst);
            alone = flight.size();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing flies or waits any more, until {@link #takeUndo}; returns what waited. */
    List<Commit> refuse(Runnable undoing) {
        lock.lock();
        try {
            undo = Optional.of(undoing);
            return end();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing flies or waits any more, for good; returns what waited. */
    List<Commit> fence() {
        lock.lock();
        try {
            fenced = true;
            undo = Optional.empty();
            return end();
        } finally {
            lock.unlock();
        }
    }

    private List<Commit> end() {
        List<Commit> behind = List.copyOf(waiting);
        waiting.clear();
        unsettled.refuse();
        alone = 0;
        flying = false;
        repeating = false;
        moved.signalAll();
        return behind;
    }
}
