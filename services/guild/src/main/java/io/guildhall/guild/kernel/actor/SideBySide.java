package io.guildhall.guild.kernel.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Reads that need nothing of each other, each on a virtual thread of its own. */
public final class SideBySide {
    private SideBySide() {}

    /**
     * The results in the order of the things, once all are there. As many run at once as there are things, so the caller
     * bounds them. When any fails, the first failure in that order is thrown, after all have ended.
     */
    public static <T, R> List<R> map(List<T> things, Function<T, R> read) {
        if (things.size() == 1) {
            return List.of(read.apply(things.getFirst()));
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> running = new ArrayList<>(things.size());
            for (T thing : things) {
                running.add(executor.submit(() -> read.apply(thing)));
            }
            List<R> results = new ArrayList<>(things.size());
            for (Future<R> future : running) {
                results.add(result(future));
            }
            return results;
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("interrupted", interrupted);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failure.getCause());
        }
    }
}
