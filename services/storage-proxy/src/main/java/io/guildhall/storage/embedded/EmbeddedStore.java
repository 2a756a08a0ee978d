package io.guildhall.storage.embedded;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.DeleteRow;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.observability.process.Guard;
import io.guildhall.storage.remnant.RemnantRemover;
import io.guildhall.storage.scan.PartitionScanner;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScanRange;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
public final class EmbeddedStore implements Store, PartitionScanner, RemnantRemover {
    private final Clock clock;
    private final Runnable unlock;
    private final WriteQueue queue;
    private final EngineHolder engines;
    private final SnapshotDesk snapshots;
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
        this.snapshots = new SnapshotDesk(options.directory(), clock);
        this.writer = Thread.ofPlatform()
                .name("storage-writer")
                .start(new GroupWriter(queue, engines, options, clock, observer, threads, snapshots));
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
            Engine only = Engine.open(
                    DataDirectory.builder(options.cacheMegabytes()).open(), Optional.empty(), options, clock);
            return new EmbeddedStore(options, clock, observer, () -> only, () -> {});
        }
        DataDirectory directory = DataDirectory.lock(options.directory().get());
        try {
            Supplier<Engine> opener = () -> directory.open(options, clock);
            return new EmbeddedStore(options, clock, observer, opener, directory::close);
        } catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        return answer(() -> engines.reading().read(request, clock.millis()));
    }

    @Override
    public List<ScanRange> ranges(Table table, int wanted) {
        return engines.reading().ranges(table, wanted);
    }

    @Override
    public ScanRange partition(Table table, List<Value> key) {
        return TableScan.partition(table, key);
    }

    /** How many rows the table has, those with expired cells that wait to be swept among them. */
    public long rows(Table table) {
        return engines.reading().rows(table);
    }

    @Override
    public CompletableFuture<ScanPage> scan(
            Table table, ScanRange range, Optional<ByteString> position, Set<Column<?>> columns, int limit) {
        return answer(() -> engines.reading().scan(table, range, position, columns, limit, clock.millis()));
    }

    /**
     * A time that no write had yet exceeded when this store was opened, in microseconds since 1970; while its writes go to
     * another store as well, the largest time that any of them carried. A clock for the next writes begins after it.
     */
    public long lastTime() {
        return engines.reading().lastTime();
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
        snapshots.close();
        threads.close();
        engines.close();
        unlock.run();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> CompletableFuture<T> answer(Supplier<T> reading) {
        if (queue.isClosed()) {
            return CompletableFuture.failedFuture(
                    new StoreException(StoreException.Reason.CLOSED, "the store is closed"));
        }
        CompletableFuture<T> reply = new CompletableFuture<>();
        try {
            threads.execute(() -> complete(reply, reading));
        } catch (RejectedExecutionException closing) {
            reply.completeExceptionally(new StoreException(StoreException.Reason.CLOSED, "the store is closed"));
        }
        return reply;
    }

    private static <T> void complete(CompletableFuture<T> reply, Supplier<T> reading) {
        try {
            reply.complete(reading.get());
        } catch (StoreException failure) {
            reply.completeExceptionally(failure);
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            reply.completeExceptionally(new StoreException(
                    StoreException.Reason.FAILED, "the read failed: " + failure.getMessage(), failure));
        }
    }
}
