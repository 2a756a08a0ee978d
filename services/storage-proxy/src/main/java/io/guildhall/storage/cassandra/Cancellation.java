package io.guildhall.storage.cassandra;

import java.util.concurrent.CompletableFuture;

/** Makes giving up a result give up the work for it. */
final class Cancellation {
    private Cancellation() {}

    /** Cancels the work when the result is cancelled while it is under way. */
    static void follows(CompletableFuture<?> result, CompletableFuture<?> work) {
        result.whenComplete((ignored, failure) -> {
            if (result.isCancelled()) {
                work.cancel(true);
            }
        });
    }
}
