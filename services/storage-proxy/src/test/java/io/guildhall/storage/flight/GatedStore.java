package io.guildhall.storage.flight;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.store.Store;
import java.util.concurrent.CompletableFuture;

/** Lets reads through to a store once its gate is open, so that a test knows which of them run at the same time. */
public final class GatedStore implements Store {
    private final Store store;
    private final CompletableFuture<Void> gate = new CompletableFuture<>();

    public GatedStore(Store store) {
        this.store = store;
    }

    public void open() {
        gate.complete(null);
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        return gate.thenCompose(open -> store.read(request));
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        return store.write(request);
    }

    @Override
    public boolean ready() {
        return store.ready();
    }

    @Override
    public void close() {
        store.close();
    }
}
