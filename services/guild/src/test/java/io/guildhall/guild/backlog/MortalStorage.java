package io.guildhall.guild.backlog;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.kernel.actor.StorageUnavailable;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The store as a node sees it that may die before a write reaches it, or before its answer comes back. */
record MortalStorage(StorageFacade storage, Fuse fuse) implements StorageFacade {
    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        if (fuse.hasBurnt()) {
            throw new StorageUnavailable("this node is dead");
        }
        return storage.read(table, request);
    }

    @Override
    public CompletionStage<?> write(WriteRequest batch) {
        if (fuse.burns()) {
            return new CompletableFuture<>();
        }
        CompletableFuture<Object> answer = new CompletableFuture<>();
        storage.write(batch).whenComplete((reply, failure) -> {
            if (!fuse.burns()) {
                answer.complete("written");
            }
        });
        return answer;
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        if (fuse.burns()) {
            throw new StorageUnavailable("this node is dead");
        }
        return storage.writeConditional(batch);
    }
}
