package io.guildhall.storage.store;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
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
     */
    CompletableFuture<WriteReply> write(WriteRequest request);

    /** Whether the store can serve now; never blocks. */
    boolean ready();

    /** Finishes what was accepted, refuses what comes after, and releases everything. */
    @Override
    void close();
}
