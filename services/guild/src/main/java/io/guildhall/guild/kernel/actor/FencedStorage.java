package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The store for the owner of one actor in one epoch: every batch carries its fence. */
record FencedStorage(StorageFacade storage, Fence fence) implements StorageFacade {
    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        return storage.read(table, request);
    }

    @Override
    public WriteRequest batch(List<Mutation> mutations) {
        return fenced(storage.batch(mutations));
    }

    @Override
    public CompletionStage<?> write(WriteRequest batch) {
        return storage.write(fenced(batch));
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        return storage.writeConditional(fenced(batch));
    }

    private WriteRequest fenced(WriteRequest batch) {
        return batch.hasFence() ? batch : batch.toBuilder().setFence(fence).build();
    }
}
