package io.guildhall.guild.bench;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.request.RequestCheck;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** A storage proxy on a store in memory: it refuses what is too large, and takes its time as one behind a network and a disk does. */
final class DelayedStorage implements Storage, AutoCloseable {
    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private volatile Duration readTime = Duration.ZERO;
    private volatile Duration writeTime = Duration.ZERO;

    /** From now on a read and a write take so long; zero for no delay. */
    void delay(Duration read, Duration write) {
        readTime = read;
        writeTime = write;
    }

    EmbeddedStore store() {
        return store;
    }

    @Override
    public Uni<ReadReply> read(ReadRequest request) {
        return after(readTime, Uni.createFrom().completionStage(() -> {
            RequestCheck.check(request);
            return store.read(request);
        }));
    }

    @Override
    public Uni<WriteReply> write(WriteRequest request) {
        return after(writeTime, Uni.createFrom().completionStage(() -> {
            RequestCheck.check(request);
            return store.write(request);
        }));
    }

    @Override
    public void close() {
        store.close();
    }

    private static <T> Uni<T> after(Duration time, Uni<T> call) {
        return time.isZero() ? call : call.onItem().delayIt().by(time);
    }
}
