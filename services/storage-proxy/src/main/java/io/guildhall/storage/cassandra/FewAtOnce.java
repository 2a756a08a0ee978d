package io.guildhall.storage.cassandra;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Does many things, only a few at a time. */
final class FewAtOnce {
    private FewAtOnce() {}

    /** Complete when all are done. The first failure is the failure of the whole; what is not begun by then is left. */
    static <T> CompletableFuture<Void> run(int lanes, List<T> items, Function<T, CompletableFuture<?>> work) {
        AtomicInteger next = new AtomicInteger();
        CompletableFuture<Void> failed = new CompletableFuture<>();
        CompletableFuture<?>[] running = new CompletableFuture<?>[Math.min(lanes, items.size())];
        for (int lane = 0; lane < running.length; lane++) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            running[lane] = done;
            done.whenComplete((ignored, failure) -> {
                if (failure != null) {
                    failed.completeExceptionally(failure);
                }
            });
            advance(next, items, work, failed, done);
        }
        return CompletableFuture.allOf(running);
    }

    private static <T> void advance(
            AtomicInteger next,
            List<T> items,
            Function<T, CompletableFuture<?>> work,
            CompletableFuture<Void> failed,
            CompletableFuture<Void> done) {
        int index = next.getAndIncrement();
        if (index >= items.size() || failed.isDone()) {
            done.complete(null);
            return;
        }
        work.apply(items.get(index)).whenComplete((result, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            } else {
                advance(next, items, work, failed, done);
            }
        });
    }
}
