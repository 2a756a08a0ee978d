package io.guildhall.storage.flight;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.store.Store;
import java.util.concurrent.CompletableFuture;

/** A store that ends every call in an Error, as when a library is not as it was compiled against. */
final class BrokenStore implements Store {
    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        throw new NoClassDefFoundError("gone");
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        throw new NoClassDefFoundError("gone");
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void close() {}
}
