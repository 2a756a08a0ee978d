package io.guildhall.guild.kernel.log;

import io.guildhall.observability.process.Guard;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs short tasks one after the other, each on the thread of whoever comes while none runs. A task that throws is logged
 * and the rest goes on. Its users bound how many tasks there can be.
 */
final class SerialTasks {
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    void execute(Runnable task) {
        tasks.add(task);
        if (count.getAndIncrement() == 0) {
            do {
                run(tasks.remove());
            } while (count.decrementAndGet() > 0);
        }
    }

    private static void run(Runnable task) {
        Guard.PROCESS.run("Reading a log", task);
    }
}
