package io.guildhall.storage.store;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A store at its worst: slow before and after the effect, so that answers come in any order, and failing about every third time,
 * before the effect or, which the caller cannot tell, after it.
 */
final class ShakyStore implements Store {
    private static final int MAX_DELAY_MICROS = 800;

    final AtomicInteger failedBefore = new AtomicInteger();
    final AtomicInteger failedAfter = new AtomicInteger();

    private final Store store;
    private final Random random;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ShakyStore(Store store, long seed) {
        this.store = store;
        this.random = new Random(seed);
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        return shaken(() -> store.read(request));
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        return shaken(() -> store.write(request));
    }

    @Override
    public boolean ready() {
        return store.ready();
    }

    @Override
    public void close() {
        threads.close();
        store.close();
    }

    private <T> CompletableFuture<T> shaken(Supplier<CompletableFuture<T>> call) {
        int fate = random(6);
        int delayBefore = random(MAX_DELAY_MICROS);
        int delayAfter = random(MAX_DELAY_MICROS);
        return CompletableFuture.supplyAsync(
                () -> {
                    sleep(delayBefore);
                    if (fate == 0) {
                        failedBefore.incrementAndGet();
                        throw new StoreException(StoreException.Reason.OVERLOADED, "shaky: nothing was done");
                    }
                    T answer = call.get().join();
                    sleep(delayAfter);
                    if (fate == 1) {
                        failedAfter.incrementAndGet();
                        throw new StoreException(StoreException.Reason.TIMED_OUT, "shaky: it was done");
                    }
                    return answer;
                },
                threads);
    }

    private int random(int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }

    private static void sleep(int micros) {
        try {
            Thread.sleep(0, micros * 1_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
