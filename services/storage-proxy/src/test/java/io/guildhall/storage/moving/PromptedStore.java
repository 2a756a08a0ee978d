package io.guildhall.storage.moving;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A store that remembers writes and answers when the test says so. */
final class PromptedStore implements Store {
    final List<WriteRequest> requests = new ArrayList<>();
    final List<CompletableFuture<WriteReply>> replies = new ArrayList<>();
    boolean closed;

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        return CompletableFuture.completedFuture(ReadReply.getDefaultInstance());
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        CompletableFuture<WriteReply> reply = new CompletableFuture<>();
        requests.add(request);
        replies.add(reply);
        return reply;
    }

    void answer(boolean applied) {
        replies.removeFirst()
                .complete(WriteReply.newBuilder().setApplied(applied).build());
    }

    void fail(Throwable failure) {
        replies.removeFirst().completeExceptionally(failure);
    }

    @Override
    public boolean ready() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
