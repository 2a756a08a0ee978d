package io.guildhall.guild.purge;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.kernel.actor.StorageUnavailable;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** A store that refuses some reads. */
record RefusingStorage(StorageFacade storage, Predicate<ReadRequest> refused) implements StorageFacade {
    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        if (refused.test(request)) {
            throw new StorageUnavailable("not this one, as this test wants");
        }
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
