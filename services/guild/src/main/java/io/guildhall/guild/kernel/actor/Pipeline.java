package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.observability.process.Guard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The writes of one actor. The actor hands commits over and goes on; one write is in flight at a time, and everything
 * that gathers meanwhile leaves as the next one, so that rows are always written in the actor's order. Commits are
 * published in order, each after its write. Bounded: {@link #submit} blocks the actor while too much waits.
 *
 * <p>After a failed write everything pending is refused and the pipeline takes nothing more; the actor forgets its state.
 */
final class Pipeline {
    private static final Logger LOG = Logger.getLogger(Pipeline.class);
    /** Keeps one write well below the 4 MiB that a gRPC message may have. */
    private static final int MAX_FLIGHT_BYTES = 1 << 20;

    private final Function<List<Mutation>, CompletionStage<?>> writer;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<Commit> waiting = new ArrayDeque<>();
    private boolean flying;
    private boolean failed;

    Pipeline(Function<List<Mutation>, CompletionStage<?>> writer, int capacity) {
        this.writer = writer;
        this.capacity = capacity;
    }

    boolean failed() {
        lock.lock();
        try {
            return failed;
        } finally {
            lock.unlock();
        }
    }

    void submit(Commit commit) {
        lock.lock();
        try {
            while (!failed && waiting.size() >= capacity) {
                moved.awaitUninterruptibly();
            }
            if (!failed) {
                waiting.add(commit);
                if (flying) {
                    return;
                }
                flying = true;
            }
        } finally {
            lock.unlock();
        }
        if (failed()) {
            commit.refuse().accept(Outcomes.unavailable("The write before this one failed; try again."));
            return;
        }
        fly();
    }

    /** Blocks until nothing is in flight or waiting. */
    void awaitIdle() {
        lock.lock();
        try {
            while (flying || (!failed && !waiting.isEmpty())) {
                moved.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends flight after flight while flights land at once, else goes on when the one in the air lands. */
    private void fly() {
        while (true) {
            List<Commit> flight = next();
            if (flight.isEmpty()) {
                return;
            }
            List<Mutation> mutations = new ArrayList<>();
            flight.forEach(commit -> mutations.addAll(commit.mutations()));
            if (mutations.isEmpty()) {
                publish(flight);
                continue;
            }
            CompletionStage<?> write = write(mutations);
            if (write.toCompletableFuture().isDone()
                    && !write.toCompletableFuture().isCompletedExceptionally()) {
                publish(flight);
                continue;
            }
            write.whenComplete((reply, failure) -> land(flight, failure));
            return;
        }
    }

    private CompletionStage<?> write(List<Mutation> mutations) {
        try {
            return writer.apply(mutations);
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            return CompletableFuture.failedFuture(failure);
        }
    }

    private void land(List<Commit> flight, Throwable failure) {
        if (failure == null) {
            publish(flight);
            fly();
            return;
        }
        LOG.warnf("A write of %d commits failed: %s", flight.size(), failure.toString());
        List<Commit> refused = new ArrayList<>(flight);
        lock.lock();
        try {
            failed = true;
            refused.addAll(waiting);
            waiting.clear();
            flying = false;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        Outcome outcome = Outcomes.unavailable("The change could not be stored; try again.");
        refused.forEach(commit ->
                Guard.PROCESS.run("Refusing a commit", () -> commit.refuse().accept(outcome)));
    }

    /** The next commits to write together, at least one; empty when none wait, and then nothing flies any more. */
    private List<Commit> next() {
        lock.lock();
        try {
            List<Commit> flight = new ArrayList<>();
            long bytes = 0;
            while (!waiting.isEmpty()) {
                bytes += size(waiting.peek());
                if (!flight.isEmpty() && bytes > MAX_FLIGHT_BYTES) {
                    break;
                }
                flight.add(waiting.poll());
            }
            flying = !flight.isEmpty();
            moved.signalAll();
            return flight;
        } finally {
            lock.unlock();
        }
    }

    private static long size(Commit commit) {
        return commit.mutations().stream()
                .mapToLong(Mutation::getSerializedSize)
                .sum();
    }

    private static void publish(List<Commit> flight) {
        for (Commit commit : flight) {
            Guard.PROCESS.run("Publishing a durable commit", commit.publish());
        }
    }
}
