package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.store.Store;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The embedded store, in memory, as actors see it. */
public final class StoredRows implements StorageFacade, AutoCloseable {
    private final Store store = EmbeddedStore.inMemory();
    private final Map<String, Integer> reads = new ConcurrentHashMap<>();
    private volatile int largestBatch;
    private volatile int mostBytes;
    private volatile boolean losing;

    /** How often something of this table was read. */
    public int reads(Table table) {
        return reads.getOrDefault(table.name(), 0);
    }

    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        reads.merge(table.name(), 1, Integer::sum);
        return store.read(request).join().getRowsList().stream()
                .map(row -> new RowView(table, row))
                .toList();
    }

    /** Whether batches get lost, as those of a process that dies before it writes them; what is written on a condition is written at once. */
    public void loseBatches(boolean lost) {
        losing = lost;
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest batch) {
        return losing ? CompletableFuture.completedFuture(WriteReply.getDefaultInstance()) : store(batch);
    }

    private CompletableFuture<WriteReply> store(WriteRequest batch) {
        largestBatch = Math.max(largestBatch, batch.getMutationsCount());
        mostBytes = Math.max(mostBytes, batch.getSerializedSize());
        return store.write(batch);
    }

    /** The most mutations that came together since {@link #forgetBatches}. */
    public int largestBatch() {
        return largestBatch;
    }

    /** The most bytes that came together since {@link #forgetBatches}. */
    public int mostBytes() {
        return mostBytes;
    }

    public void forgetBatches() {
        largestBatch = 0;
        mostBytes = 0;
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        return store(batch).join().getApplied();
    }

    @Override
    public void close() {
        store.close();
    }
}
