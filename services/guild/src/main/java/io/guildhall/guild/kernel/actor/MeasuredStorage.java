package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The way to the store with a clock beside it. */
public record MeasuredStorage(StorageFacade storage, StorageTimes times) implements StorageFacade {
    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        return times.read(() -> storage.read(table, request));
    }

    @Override
    public WriteRequest batch(List<Mutation> mutations) {
        return storage.batch(mutations);
    }

    @Override
    public CompletionStage<?> write(WriteRequest batch) {
        return times.write(() -> storage.write(batch));
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        return times.writeConditional(() -> storage.writeConditional(batch));
    }
}
