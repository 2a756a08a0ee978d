package io.guildhall.guild.fakes;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the reads of another store. */
public record CountingStorage(StorageFacade storage, AtomicInteger counted) implements StorageFacade {
    public CountingStorage(StorageFacade storage) {
        this(storage, new AtomicInteger());
    }

    /** Since the last call. */
    public int reads() {
        return counted.getAndSet(0);
    }

    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        counted.incrementAndGet();
        return storage.read(table, request);
    }

    @Override
    public CompletionStage<?> write(WriteRequest batch) {
        return storage.write(batch);
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        return storage.writeConditional(batch);
    }
}
