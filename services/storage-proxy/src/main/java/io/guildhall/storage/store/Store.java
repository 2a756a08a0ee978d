package io.guildhall.storage.store;

import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Ordered rows of the table catalogue, somewhere. Requests have been checked against the catalogue before they come
 * here. Futures fail with a {@link StoreException} that says why.
 */
public interface Store extends AutoCloseable {
    /**
     * Rows of one partition, never older than a write whose future was complete before this call. Whoever cancels the
     * future has no more use for the rows; a store that can end the read then does.
     */
    CompletableFuture<ReadReply> read(ReadRequest request);

    /**
     * Applies all mutations or none. The future completes when they are durable. Writes of one caller, submitted one
     * after the other, are applied in that order. When too many writes wait, the future fails at once.
     *
     * <p>A write with a fence is acknowledged only when no other epoch of its actor had been claimed, in the table of epochs, by the time
     * that {@link #claimed} allows; otherwise the future fails with FENCED.
     */
    CompletableFuture<WriteReply> write(WriteRequest request);

    /**
     * Another epoch of the actor has been claimed in the store: completes when no write of an older one is under way here, and from then
     * on none will be acknowledged here.
     *
     * @return how long after a claim it may still acknowledge writes of older epochs when it does not hear of the claim. Zero where
     *     each write is held against the epoch in its turn
     */
    default CompletableFuture<Duration> claimed(Fence fence) {
        return CompletableFuture.completedFuture(Duration.ZERO);
    }

    /** Whether the store can serve now; never blocks. */
    boolean ready();

    /** Finishes what was accepted, refuses what comes after, and releases everything. */
    @Override
    void close();
}
