package io.guildhall.guild.purge;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.kernel.actor.StorageUnavailable;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A store that whoever uses it loses after so many calls, as if killed. */
final class CutOffStorage implements StorageFacade {
    private final StorageFacade storage;
    private int left;

    CutOffStorage(StorageFacade storage, int calls) {
        this.storage = storage;
        this.left = calls;
    }

    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        spend();
        return storage.read(table, request);
    }

    @Override
    public CompletionStage<?> write(WriteRequest batch) {
        spend();
        return storage.write(batch);
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        spend();
        return storage.writeConditional(batch);
    }

    private void spend() {
        if (left-- == 0) {
            throw new StorageUnavailable("cut off, as this test wants");
        }
    }
}
