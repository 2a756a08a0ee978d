package io.guildhall.storage.moving;

import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Waits for calls that may be made again without harm, and makes them again while a store is overloaded or out of reach: a
 * move takes hours, and should outlive the restart of a node.
 */
final class Retries {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Duration patience;

    /** @param patience how long one call may fail before that is final */
    Retries(Duration patience) {
        this.patience = patience;
    }

    /** @throws StoreException the last failure, or one that no repetition would mend */
    <T> T call(Supplier<CompletableFuture<T>> call) throws InterruptedException {
        long begun = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return call.get().get();
            } catch (ExecutionException failure) {
                StoreException reason = reason(failure.getCause());
                if (!isPassing(reason.reason()) || System.nanoTime() - begun > patience.toNanos()) {
                    throw reason;
                }
            }
            Thread.sleep(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    private static boolean isPassing(StoreException.Reason reason) {
        return switch (reason) {
            case OVERLOADED, UNAVAILABLE, TIMED_OUT -> true;
            case CLOSED, FAILED -> false;
        };
    }

    private static StoreException reason(Throwable failure) {
        return switch (failure) {
            case StoreException known -> known;
            case null, default ->
                new StoreException(StoreException.Reason.FAILED, "the store failed: " + failure, failure);
        };
    }
}
