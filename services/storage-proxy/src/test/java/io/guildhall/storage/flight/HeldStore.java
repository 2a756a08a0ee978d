package io.guildhall.storage.flight;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.store.Store;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store that answers when the test says so. */
public final class HeldStore implements Store {
    public final List<CompletableFuture<ReadReply>> reads = new CopyOnWriteArrayList<>();
    public final List<CompletableFuture<WriteReply>> writes = new CopyOnWriteArrayList<>();

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        CompletableFuture<ReadReply> reply = new CompletableFuture<>();
        reads.add(reply);
        return reply;
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        CompletableFuture<WriteReply> reply = new CompletableFuture<>();
        writes.add(reply);
        return reply;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void close() {}
}
