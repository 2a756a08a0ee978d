package io.guildhall.guild.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends commands at a steady pace, whatever comes of the ones before, and keeps how long each took. */
final class Latencies {
    private Latencies() {}

    /** Milliseconds of each command, sorted. */
    static double[] paced(BenchNode node, int count, long pauseNanos, Commands commands) {
        double[] millis = new double[count];
        List<CompletableFuture<?>> answers = new ArrayList<>();
        long start = System.nanoTime();
        AtomicInteger done = new AtomicInteger();
        for (int index = 0; index < count; index++) {
            long due = start + index * pauseNanos;
            LockSupport.parkNanos(due - System.nanoTime());
            answers.add(node.submit(commands.at(index))
                    .thenAccept(outcome -> {
                        BenchNode.success(outcome);
                        millis[done.getAndIncrement()] = (System.nanoTime() - due) / 1e6;
                    })
                    .toCompletableFuture());
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        Arrays.sort(millis);
        return millis;
    }

    static double p99(double[] sorted) {
        return sorted[sorted.length * 99 / 100];
    }
}
