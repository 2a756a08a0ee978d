package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Outcome;
import io.guildhall.observability.process.Guard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The writes of one actor. The actor hands commits over and goes on; one write is in flight at a time, and everything
 * that gathers meanwhile leaves as the next one, so that rows are always written in the actor's order. Commits are
 * published in order, each after its write. Bounded: {@link #submit} blocks the actor while too much waits.
 *
 * <p>What becomes of a write that is not acknowledged:
 *
 * <ul>
 *   <li>Its outcome is not known: the same batch is written again, after growing pauses, until it is. Nothing behind it is
 *       written meanwhile, and the actor takes no new commands ({@link #repeating}).
 *   <li>The store refused it before doing anything: its commits are refused and everything behind them, which was built on them,
 *       and the actor goes on from the state before them ({@link #takeUndo}). Commits that the store would never take are
 *       found among their neighbours by writing each alone.
 *   <li>Another epoch was claimed: everything is refused, now and later.
 * </ul>
 */
final class Pipeline {
    private static final Logger LOG = Logger.getLogger(Pipeline.class);
    /** Keeps one write well below the 4 MiB that a gRPC message may have. */
    private static final int MAX_FLIGHT_BYTES = 1 << 20;
    /** Half of what the store takes in a batch, so that a flight fits whenever its commits do. */
    private static final int MAX_FLIGHT_MUTATIONS = 5_000;

    private static final Outcome BUILT_ON_REFUSED =
            Outcomes.unavailable("A change before this one was refused; try again.");

    private final StorageFacade storage;
    private final int capacity;
    private final Pauses pauses;
    private final Runnable onFenced;
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

    /**
     * @param capacity commits that may wait
     * @param onFenced told once, on any thread, when another epoch was claimed
     */
    Pipeline(StorageFacade storage, int capacity, Pauses pauses, Runnable onFenced) {
        this.storage = storage;
        this.capacity = capacity;
        this.pauses = pauses;
        this.onFenced = onFenced;
    }

    /** What was submitted and may not be durable yet. */
    Unsettled unsettled() {
        return unsettled;
    }

    /** True while the outcome of a write is not known and the store does not answer. */
    boolean repeating() {
        lock.lock();
        try {
            return repeating;
        } finally {
            lock.unlock();
        }
    }

    /** True once another epoch was claimed; what is in memory is worth nothing then. */
    boolean fenced() {
        lock.lock();
        try {
            return fenced;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What the actor must do before it goes on: commits were refused on which its state is built. Whatever it submits before it has
     * asked is refused like them.
     */
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

    void submit(Commit commit) {
        switch (line(commit)) {
            case BEHIND -> {}
            case FIRST -> fly();
            case REFUSED -> commit.refuse().accept(BUILT_ON_REFUSED);
        }
    }

    /** Runs what submits several commits, which leave in one flight as far as they fit, unless another one takes some of them along. */
    void together(Runnable submitting) {
        gather(true);
        try {
            submitting.run();
        } finally {
            gather(false);
            takeOff();
        }
    }

    private void gather(boolean begins) {
        lock.lock();
        try {
            gathering = begins;
        } finally {
            lock.unlock();
        }
    }

    /** What gathers leaves now. */
    private void takeOff() {
        boolean first;
        lock.lock();
        try {
            first = !flying && !waiting.isEmpty();
            flying |= first;
        } finally {
            lock.unlock();
        }
        if (first) {
            fly();
        }
    }

    /** Where a commit finds itself. */
    private enum Place {
        /** Others leave before it, or with it, and take it along. */
        BEHIND,
        /** Nothing flies, and nothing more is awaited: it leaves now. */
        FIRST,
        REFUSED
    }

    private Place line(Commit commit) {
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

    /** Blocks until nothing is in flight or waiting. */
    void awaitIdle() {
        takeOff();
        lock.lock();
        try {
            while (flying) {
                moved.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Blocks until everything submitted is durable.
     *
     * @throws StorageUnavailable when it never will be
     */
    void awaitDurable() {
        awaitIdle();
        lock.lock();
        try {
            if (!takes()) {
                throw new StorageUnavailable("a change before this one was refused");
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean takes() {
        return !fenced && undo.isEmpty();
    }

    /** Sends flight after flight while flights land at once, else goes on when the one in the air lands. */
    private void fly() {
        while (true) {
            List<Commit> commits = next();
            if (commits.isEmpty()) {
                return;
            }
            Flight flight = new Flight(commits);
            if (flight.writes() && !landsAtOnce(flight)) {
                return;
            }
            settle(flight);
        }
    }

    /** The next commits to write together, at least one; empty when none wait, and then nothing flies any more. */
    private List<Commit> next() {
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

    private void settle(Flight flight) {
        lock.lock();
        try {
            repeating = false;
            flight.commits()
                    .forEach(commit -> unsettled.settle(commit.mutations().size()));
        } finally {
            lock.unlock();
        }
        flight.publish();
    }

    /** Begins an attempt; false when it is not over yet or failed, and then whatever follows from it goes on by itself. */
    private boolean landsAtOnce(Flight flight) {
        CompletableFuture<?> write = attempt(flight);
        if (write.isDone() && !write.isCompletedExceptionally()) {
            return true;
        }
        write.whenComplete((reply, failure) -> land(flight, failure));
        return false;
    }

    private CompletableFuture<?> attempt(Flight flight) {
        try {
            CompletionStage<?> write = storage.write(flight.batch(storage));
            return write.toCompletableFuture();
        } catch (StorageUnavailable failure) {
            return CompletableFuture.failedFuture(failure);
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            return CompletableFuture.failedFuture(
                    new WriteRefusedException("a batch could not be sent", false, failure));
        }
    }

    private void land(Flight flight, Throwable failure) {
        if (failure == null) {
            settle(flight);
            fly();
            return;
        }
        Guard.PROCESS.check(failure);
        switch (cause(failure)) {
            case FencedException lost -> giveUp(flight, lost);
            case WriteRefusedException refused when !flight.uncertain() -> refuse(flight, refused);
            case Throwable unknown -> repeat(flight, unknown);
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private void repeat(Flight flight, Throwable failure) {
        if (!flight.uncertain()) {
            LOG.warnf(
                    "The outcome of a write of %d commits is not known; it is repeated until it is: %s",
                    flight.commits().size(), failure.toString());
        }
        lock.lock();
        try {
            repeating = true;
        } finally {
            lock.unlock();
        }
        pauses.after(
                flight.nextPause(),
                () -> Guard.PROCESS.run("Repeating a write", () -> {
                    if (landsAtOnce(flight)) {
                        settle(flight);
                        fly();
                    }
                }));
    }

    private void refuse(Flight flight, WriteRefusedException refused) {
        if (!refused.passing() && flight.commits().size() > 1) {
            flyEachAlone(flight);
            return;
        }
        LOG.warnf(
                refused,
                "The store refused a write of %d commits",
                flight.commits().size());
        Outcome outcome = refused.passing()
                ? Outcomes.unavailable("The store has too much to do; try again.")
                : Outcomes.broken();
        List<Commit> behind = end(Optional.of(flight.commits().getFirst().undo()));
        refuseAll(flight.commits(), outcome);
        refuseAll(behind, BUILT_ON_REFUSED);
    }

    private void flyEachAlone(Flight flight) {
        lock.lock();
        try {
            flight.commits().reversed().forEach(waiting::addFirst);
            alone = flight.commits().size();
        } finally {
            lock.unlock();
        }
        fly();
    }

    private void giveUp(Flight flight, FencedException lost) {
        LOG.warnf("The actor is another node's now: %s", lost.getMessage());
        lock.lock();
        try {
            fenced = true;
        } finally {
            lock.unlock();
        }
        List<Commit> all = new ArrayList<>(flight.commits());
        all.addAll(end(Optional.empty()));
        refuseAll(all, Outcomes.unavailable("Another node has taken over; try again."));
        Guard.PROCESS.run("Giving an actor up", onFenced);
    }

    /** Nothing flies or waits any more; returns what waited. */
    private List<Commit> end(Optional<Runnable> undoing) {
        lock.lock();
        try {
            List<Commit> behind = List.copyOf(waiting);
            waiting.clear();
            unsettled.refuse();
            undo = undoing;
            alone = 0;
            flying = false;
            repeating = false;
            moved.signalAll();
            return behind;
        } finally {
            lock.unlock();
        }
    }

    private static void refuseAll(List<Commit> commits, Outcome outcome) {
        commits.forEach(commit ->
                Guard.PROCESS.run("Refusing a commit", () -> commit.refuse().accept(outcome)));
    }
}
