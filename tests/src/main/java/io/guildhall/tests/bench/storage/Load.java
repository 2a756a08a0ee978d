package io.guildhall.tests.bench.storage;

import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/** A bounded number of operations, so many of them under way at any time. */
final class Load {
    private final int operations;
    private final int underWay;

    Load(int operations, int underWay) {
        this.operations = operations;
        this.underWay = underWay;
    }

    /** What a run took. */
    record Result(double perSecond, long[] sortedNanos) {
        double millis(double quantile) {
            return sortedNanos[(int) (sortedNanos.length * quantile)] / 1e6;
        }
    }

    /** Runs the operation for each number from 0; the first failure ends the run. */
    Result run(IntFunction<CompletionStage<?>> operation) throws InterruptedException {
        Run run = new Run(operation);
        long start = System.nanoTime();
        for (int lane = 0; lane < underWay; lane++) {
            run.next();
        }
        run.done.await();
        long end = System.nanoTime();
        if (run.failure.get() != null) {
            throw new IllegalStateException("an operation failed", run.failure.get());
        }
        Arrays.sort(run.nanos);
        return new Result(operations / ((end - start) / 1e9), run.nanos);
    }

    private final class Run {
        private final IntFunction<CompletionStage<?>> operation;
        private final long[] nanos = new long[operations];
        private final AtomicInteger numbers = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final CountDownLatch done = new CountDownLatch(operations);

        private Run(IntFunction<CompletionStage<?>> operation) {
            this.operation = operation;
        }

        private void next() {
            int number = numbers.getAndIncrement();
            if (number >= operations) {
                return;
            }
            long begun = System.nanoTime();
            operation.apply(number).whenComplete((ignored, failed) -> {
                nanos[number] = System.nanoTime() - begun;
                if (failed != null) {
                    failure.compareAndSet(null, failed);
                }
                done.countDown();
                next();
            });
        }
    }
}
