package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads for handlers in the mailbox: each first waits until the actor's own writes are durable. */
record SettledStorage(StorageFacade storage, Pipeline pipeline) implements StorageFacade {
    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        pipeline.awaitIdle();
        return storage.read(table, request);
    }

    @Override
    public WriteRequest batch(List<Mutation> mutations) {
        return storage.batch(mutations);
    }

    @Override
    public CompletionStage<?> write(WriteRequest batch) {
        return storage.write(batch);
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        pipeline.awaitIdle();
        return storage.writeConditional(batch);
    }
}
