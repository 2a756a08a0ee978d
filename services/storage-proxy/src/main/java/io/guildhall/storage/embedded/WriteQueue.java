package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.store.StoreException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Batches that wait for the writer. Bounded by count and bytes: a batch that does not fit is refused at once. */
final class WriteQueue {
    private final int maxBatches;
    private final long maxBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
    private long bytes;
    private volatile boolean closed;

    WriteQueue(int maxBatches, long maxBytes) {
        this.maxBatches = maxBatches;
        this.maxBytes = maxBytes;
    }

    /** A batch and who waits for it. */
    record Pending(WriteRequest request, CompletableFuture<WriteReply> reply) {}

    CompletableFuture<WriteReply> add(WriteRequest request) {
        CompletableFuture<WriteReply> reply = new CompletableFuture<>();
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.failedFuture(
                        new StoreException(StoreException.Reason.CLOSED, "the store is closed"));
            }
            int size = request.getSerializedSize();
            // A batch larger than the bound passes alone, so that no request is refused for ever.
            if (waiting.size() >= maxBatches || (!waiting.isEmpty() && bytes + size > maxBytes)) {
                return CompletableFuture.failedFuture(new StoreException(
                        StoreException.Reason.OVERLOADED, "overloaded: " + waiting.size() + " writes wait already"));
            }
            waiting.add(new Pending(request, reply));
            bytes += size;
            arrived.signal();
            return reply;
        } finally {
            lock.unlock();
        }
    }

    /** Everything that waits, in order of arrival; empty when nothing came within the time or the queue is closed. */
    List<Pending> take(long waitMs) throws InterruptedException {
        lock.lock();
        try {
            long remaining = TimeUnit.MILLISECONDS.toNanos(waitMs);
            while (waiting.isEmpty() && !closed && remaining > 0) {
                remaining = arrived.awaitNanos(remaining);
            }
            List<Pending> group = new ArrayList<>(waiting);
            waiting.clear();
            bytes = 0;
            return group;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses what comes from now on; what waits can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Closed, and nothing waits any more. */
    boolean isDone() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
