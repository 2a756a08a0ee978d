package io.guildhall.storage.flight;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.store.Store;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A store far away in virtual time: each request, and each answer, takes its own time, so that they overtake each other. Counts reads. */
public final class DistantStore implements Store {
    private static final Duration LONGEST = Duration.ofNanos(1_500_000);

    private final Store store;
    private final VirtualTime time;
    private long reads;

    public DistantStore(Store store, VirtualTime time) {
        this.store = store;
        this.time = time;
    }

    public long reads() {
        return reads;
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        reads++;
        return far(request, store::read);
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        return far(request, store::write);
    }

    @Override
    public boolean ready() {
        return store.ready();
    }

    @Override
    public void close() {
        store.close();
    }

    private <Q, R> CompletableFuture<R> far(Q request, Function<Q, CompletableFuture<R>> call) {
        CompletableFuture<R> answered = new CompletableFuture<>();
        time.set(time.upTo(LONGEST), () -> {
            R answer = call.apply(request).join();
            time.set(time.upTo(LONGEST), () -> answered.complete(answer));
        });
        return answered;
    }
}
