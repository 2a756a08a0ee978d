package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.DeleteRow;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Table;
import io.guildhall.storage.remnant.RemnantRemover;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * The store of one machine: an ordered key-value file in one directory, written by one thread in groups and read by
 * any number of virtual threads. What was acknowledged survives {@code kill -9} always, and a loss of power when
 * {@link EmbeddedStoreOptions#sync} is set.
 */
public final class EmbeddedStore implements Store, RemnantRemover {
    private final Clock clock;
    private final Runnable unlock;
    private final WriteQueue queue;
    private final EngineHolder engines;
    private final Thread writer;
    /** Reads and answers run here, so that the writer never waits for what its callers do next. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private EmbeddedStore(
            EmbeddedStoreOptions options,
            Clock clock,
            GroupObserver observer,
            Supplier<Engine> opener,
            Runnable unlock) {
        this.clock = clock;
        this.unlock = unlock;
        this.queue = new WriteQueue(options.queueBatches(), options.queueBytes());
        this.engines = new EngineHolder(opener);
        this.writer = Thread.ofPlatform()
                .name("storage-writer")
                .start(new GroupWriter(queue, engines, options, clock, observer, threads));
    }

    /** A store that forgets everything when it is closed. */
    public static EmbeddedStore inMemory() {
        return open(EmbeddedStoreOptions.inMemory(), Clock.systemUTC(), batches -> {});
    }

    /**
     * Opens the directory, which is created when there is none.
     *
     * @throws StoreException with a sentence for the operator when another process holds the directory, when it cannot
     *     be written or when its file cannot be read
     */
    public static EmbeddedStore open(EmbeddedStoreOptions options, Clock clock, GroupObserver observer) {
        if (options.directory().isEmpty()) {
            // A broken store in memory has lost everything: it stays closed.
            Engine only =
                    Engine.open(DataDirectory.builder(options.cacheMegabytes()).open(), Optional.empty(), options);
            return new EmbeddedStore(options, clock, observer, () -> only, () -> {});
        }
        DataDirectory directory = DataDirectory.lock(options.directory().get());
        try {
            Supplier<Engine> opener = () -> directory.open(options);
            return new EmbeddedStore(options, clock, observer, opener, directory::close);
        } catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        if (queue.isClosed()) {
            return CompletableFuture.failedFuture(
                    new StoreException(StoreException.Reason.CLOSED, "the store is closed"));
        }
        CompletableFuture<ReadReply> reply = new CompletableFuture<>();
        try {
            threads.execute(() -> readInto(reply, request));
        } catch (RejectedExecutionException closing) {
            reply.completeExceptionally(new StoreException(StoreException.Reason.CLOSED, "the store is closed"));
        }
        return reply;
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        return queue.add(request);
    }

    /** The one writer looks at the row when its turn comes: what was written before that is never lost. */
    @Override
    public CompletableFuture<Boolean> remove(Table table, List<Value> key) {
        Mutation delete = Mutation.newBuilder()
                .setTable(table.name())
                .setDelete(DeleteRow.newBuilder().addAllKey(key).setIfIncomplete(true))
                .build();
        return queue.add(WriteRequest.newBuilder().addMutations(delete).build()).thenApply(WriteReply::getApplied);
    }

    @Override
    public boolean ready() {
        return engines.ready() && writer.isAlive();
    }

    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException again) {
                // What was accepted is finished first, however impatient the caller is.
                interrupted = true;
            }
        }
        threads.close();
        engines.close();
        unlock.run();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void readInto(CompletableFuture<ReadReply> reply, ReadRequest request) {
        try {
            reply.complete(engines.reading().read(request, clock.millis()));
        } catch (StoreException failure) {
            reply.completeExceptionally(failure);
        } catch (RuntimeException failure) {
            reply.completeExceptionally(new StoreException(
                    StoreException.Reason.FAILED, "the read failed: " + failure.getMessage(), failure));
        }
    }
}
