package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
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
    public CompletionStage<?> write(List<Mutation> mutations) {
        return times.write(() -> storage.write(mutations));
    }

    @Override
    public boolean writeIfAbsent(Mutation mutation) {
        return times.writeIfAbsent(() -> storage.writeIfAbsent(mutation));
    }
}
