package io.guildhall.storage.flight;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.store.Store;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A store far away: each request, and each answer, takes its own time, so that they overtake each other. Counts reads.
 */
public final class JitteryStore implements Store {
    private final Store store;
    private final long longestMicros;
    private final AtomicLong reads = new AtomicLong();

    public JitteryStore(Store store, long longestMicros) {
        this.store = store;
        this.longestMicros = longestMicros;
    }

    public long reads() {
        return reads.get();
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        reads.incrementAndGet();
        return delayed(request, store::read);
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        return delayed(request, store::write);
    }

    @Override
    public boolean ready() {
        return store.ready();
    }

    @Override
    public void close() {
        store.close();
    }

    private <Q, R> CompletableFuture<R> delayed(Q request, Function<Q, CompletableFuture<R>> call) {
        return pause().thenCompose(arrived -> call.apply(request))
                .thenCompose(answer -> pause().thenApply(returned -> answer));
    }

    private CompletableFuture<Void> pause() {
        long micros = ThreadLocalRandom.current().nextLong(longestMicros + 1);
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(micros, TimeUnit.MICROSECONDS, Runnable::run));
    }
}
