package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Outcome;
import io.guildhall.observability.process.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
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
    private static final Outcome BUILT_ON_REFUSED =
            Outcomes.unavailable("A change before this one was refused; try again.");

    private final StorageFacade storage;
    private final Pauses pauses;
    private final Runnable onFenced;
    private final CommitQueue queue;

    /**
     * @param capacity commits that may wait
     * @param onFenced told once, on any thread, when another epoch was claimed
     */
    Pipeline(StorageFacade storage, int capacity, Pauses pauses, Runnable onFenced) {
        this.storage = storage;
        this.pauses = pauses;
        this.onFenced = onFenced;
        this.queue = new CommitQueue(capacity);
    }

    /** What was submitted and may not be durable yet. */
    Unsettled unsettled() {
        return queue.unsettled();
    }

    /** True while the outcome of a write is not known and the store does not answer. */
    boolean repeating() {
        return queue.repeating();
    }

    /** True once another epoch was claimed; what is in memory is worth nothing then. */
    boolean fenced() {
        return queue.fenced();
    }

    /**
     * What the actor must do before it goes on: commits were refused on which its state is built. Whatever it submits before it has
     * asked is refused like them.
     */
    Optional<Runnable> takeUndo() {
        return queue.takeUndo();
    }

    void submit(Commit commit) {
        switch (queue.line(commit)) {
            case BEHIND -> {}
            case FIRST -> fly();
            case REFUSED -> commit.refuse().accept(BUILT_ON_REFUSED);
        }
    }

    /** Runs what submits several commits, which leave in one flight as far as they fit, unless another one takes some of them along. */
    void together(Runnable submitting) {
        queue.gather(true);
        try {
            submitting.run();
        } finally {
            queue.gather(false);
            takeOff();
        }
    }

    private void takeOff() {
        if (queue.takeOff()) {
            fly();
        }
    }

    /** Blocks until nothing is in flight or waiting. What is submitted {@link #together} so far waits no longer. */
    void awaitIdle() {
        takeOff();
        queue.awaitLanded();
    }

    /**
     * Blocks until everything submitted is durable.
     *
     * @throws StorageUnavailable when it never will be
     */
    void awaitDurable() {
        awaitIdle();
        if (!queue.isTaking()) {
            throw new StorageUnavailable("a change before this one was refused");
        }
    }

    /** Sends flight after flight while flights land at once, else goes on when the one in the air lands. */
    private void fly() {
        while (true) {
            List<Commit> commits = queue.next();
            if (commits.isEmpty()) {
                return;
            }
            WriteFlight flight = new WriteFlight(commits);
            if (flight.writes() && !landsAtOnce(flight)) {
                return;
            }
            settle(flight);
        }
    }

    private void settle(WriteFlight flight) {
        queue.settle(flight.commits());
        flight.publish();
    }

    /** Begins an attempt; false when it is not over yet or failed, and then whatever follows from it goes on by itself. */
    private boolean landsAtOnce(WriteFlight flight) {
        CompletableFuture<?> write = attempt(flight);
        if (write.isDone() && !write.isCompletedExceptionally()) {
            return true;
        }
        write.whenComplete((reply, failure) -> land(flight, failure));
        return false;
    }

    private CompletableFuture<?> attempt(WriteFlight flight) {
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

    private void land(WriteFlight flight, Throwable failure) {
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

    private void repeat(WriteFlight flight, Throwable failure) {
        if (!flight.uncertain()) {
            LOG.warnf(
                    "The outcome of a write of %d commits is not known; it is repeated until it is: %s",
                    flight.commits().size(), failure.toString());
        }
        queue.repeat();
        pauses.after(
                flight.nextPause(),
                () -> Guard.PROCESS.run("Repeating a write", () -> {
                    if (landsAtOnce(flight)) {
                        settle(flight);
                        fly();
                    }
                }));
    }

    private void refuse(WriteFlight flight, WriteRefusedException refused) {
        if (!refused.passing() && flight.commits().size() > 1) {
            queue.again(flight.commits());
            fly();
            return;
        }
        LOG.warnf(
                refused,
                "The store refused a write of %d commits",
                flight.commits().size());
        Outcome outcome = refused.passing()
                ? Outcomes.unavailable("The store has too much to do; try again.")
                : Outcomes.broken();
        List<Commit> behind = queue.refuse(flight.commits().getFirst().undo());
        refuseAll(flight.commits(), outcome);
        refuseAll(behind, BUILT_ON_REFUSED);
    }

    private void giveUp(WriteFlight flight, FencedException lost) {
        LOG.warnf("The actor is another node's now: %s", lost.getMessage());
        List<Commit> all = new ArrayList<>(flight.commits());
        all.addAll(queue.fence());
        refuseAll(all, Outcomes.unavailable("Another node has taken over; try again."));
        Guard.PROCESS.run("Giving an actor up", onFenced);
    }

    private static void refuseAll(List<Commit> commits, Outcome outcome) {
        commits.forEach(commit ->
                Guard.PROCESS.run("Refusing a commit", () -> commit.refuse().accept(outcome)));
    }
}
