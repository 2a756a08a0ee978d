package io.guildhall.storage.moving;

import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Waits for calls that may be made again without harm, and makes them again while a store is overloaded or out of reach: a
 * move takes hours, and should outlive the restart of a node.
 */
final class Retries {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Duration patience;
    private final Consumer<String> lines;
    private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

    /**
     * @param patience how long one call may fail before that is final
     * @param lines is told now and then what is waited for
     */
    Retries(Duration patience, Consumer<String> lines) {
        this.patience = patience;
        this.lines = lines;
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
                say(reason);
            }
            Thread.sleep(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    private void say(StoreException reason) {
        long now = System.nanoTime();
        long due = nextLine.get();
        if (now >= due && nextLine.compareAndSet(due, now + BETWEEN_LINES.toNanos())) {
            lines.accept("Trying again: " + reason.getMessage());
        }
    }

    private static boolean isPassing(StoreException.Reason reason) {
        return switch (reason) {
            case OVERLOADED, UNAVAILABLE, TIMED_OUT -> true;
            case CLOSED, FENCED, FAILED -> false;
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
