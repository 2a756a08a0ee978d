package io.guildhall.storage.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Does many pieces of work, a few at a time, and stops at the first that fails. */
final class Crew {
    private Crew() {}

    /** A piece of work that blocks. */
    interface Work<T> {
        void doIt(T piece) throws InterruptedException;
    }

    /** @throws RuntimeException what the first piece that failed threw; the others were stopped */
    static <T> void work(int workers, List<T> pieces, Work<T> work) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < Math.min(workers, pieces.size()); worker++) {
                running.add(threads.submit(() -> {
                    try {
                        for (int piece = next.getAndIncrement();
                                piece < pieces.size();
                                piece = next.getAndIncrement()) {
                            work.doIt(pieces.get(piece));
                        }
                    } catch (InterruptedException | RuntimeException failure) {
                        // Nobody begins another piece.
                        next.set(pieces.size());
                        throw failure;
                    }
                    return null;
                }));
            }
            await(running);
        }
    }

    private static void await(List<Future<?>> running) throws InterruptedException {
        RuntimeException first = null;
        for (Future<?> worker : running) {
            try {
                worker.get();
            } catch (CancellationException stopped) {
                // Because another one failed.
            } catch (ExecutionException failure) {
                if (first == null) {
                    first = failure.getCause() instanceof RuntimeException known
                            ? known
                            : new IllegalStateException(failure.getCause());
                    running.forEach(other -> other.cancel(true));
                }
            } catch (InterruptedException interrupted) {
                running.forEach(other -> other.cancel(true));
                throw interrupted;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
