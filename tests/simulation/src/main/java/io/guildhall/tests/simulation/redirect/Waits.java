package io.guildhall.tests.simulation.redirect;

import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.engine.Task;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits that end after a time. The JDK would end them by its own timers, at real times; here the virtual thread waits
 * without end, and an alarm of the simulation interrupts it.
 */
public final class Waits {
    private Waits() {}

    /** A wait that an interrupt ends. */
    @FunctionalInterface
    interface Wait {
        /** True when that came which was waited for. */
        boolean run() throws InterruptedException;
    }

    /** False when the time passed first. */
    static boolean until(long nanos, Wait wait) throws InterruptedException {
        Machine machine = Time.machine();
        Thread waiting = Thread.currentThread();
        boolean[] state = new boolean[2];
        Task alarm = machine.engine().after(Duration.ofNanos(Math.max(0, nanos)), machine, () -> {
            if (!state[1]) {
                state[0] = true;
                waiting.interrupt();
            }
        });
        try {
            return wait.run();
        } catch (InterruptedException interrupted) {
            if (!state[0]) {
                throw interrupted;
            }
            return false;
        } finally {
            state[1] = true;
            alarm.cancel();
            if (state[0]) {
                Thread.interrupted();
            }
        }
    }

    static void forEver() throws InterruptedException {
        while (!Thread.interrupted()) {
            LockSupport.park();
        }
        throw new InterruptedException();
    }

    @InsteadOf(CountDownLatch.class)
    public static boolean await(CountDownLatch latch, long time, TimeUnit unit) throws InterruptedException {
        return latch.getCount() == 0
                || until(unit.toNanos(time), () -> {
                    latch.await();
                    return true;
                });
    }

    @InsteadOf(Condition.class)
    public static boolean await(Condition condition, long time, TimeUnit unit) throws InterruptedException {
        return until(unit.toNanos(time), () -> {
            condition.await();
            return true;
        });
    }

    @InsteadOf(Condition.class)
    public static long awaitNanos(Condition condition, long nanos) throws InterruptedException {
        long end = Time.nanoTime() + nanos;
        await(condition, nanos, TimeUnit.NANOSECONDS);
        return end - Time.nanoTime();
    }

    @InsteadOf(Semaphore.class)
    public static boolean tryAcquire(Semaphore semaphore, long time, TimeUnit unit) throws InterruptedException {
        return semaphore.tryAcquire()
                || until(unit.toNanos(time), () -> {
                    semaphore.acquire();
                    return true;
                });
    }

    @InsteadOf({BlockingQueue.class, LinkedBlockingQueue.class})
    public static Object poll(BlockingQueue<?> queue, long time, TimeUnit unit) throws InterruptedException {
        Object[] taken = {queue.poll()};
        if (taken[0] == null) {
            until(unit.toNanos(time), () -> {
                taken[0] = queue.take();
                return true;
            });
        }
        return taken[0];
    }

    @InsteadOf({Future.class, CompletableFuture.class})
    public static Object get(Future<?> future, long time, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        Object[] result = new Object[1];
        ExecutionException[] failure = new ExecutionException[1];
        boolean came = until(unit.toNanos(time), () -> {
            try {
                result[0] = future.get();
            } catch (ExecutionException failed) {
                failure[0] = failed;
            }
            return true;
        });
        if (!came) {
            throw new TimeoutException();
        }
        if (failure[0] != null) {
            throw failure[0];
        }
        return result[0];
    }

    @InsteadOf(CompletableFuture.class)
    public static CompletableFuture<?> orTimeout(CompletableFuture<?> future, long time, TimeUnit unit) {
        alarm(future, time, unit, () -> future.completeExceptionally(new TimeoutException()));
        return future;
    }

    @InsteadOf(CompletableFuture.class)
    @SuppressWarnings("unchecked")
    public static CompletableFuture<?> completeOnTimeout(
            CompletableFuture<?> future, Object value, long time, TimeUnit unit) {
        alarm(future, time, unit, () -> ((CompletableFuture<Object>) future).complete(value));
        return future;
    }

    @InsteadOf(ExecutorService.class)
    public static boolean awaitTermination(ExecutorService threads, long time, TimeUnit unit)
            throws InterruptedException {
        return until(unit.toNanos(time), () -> threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
    }

    private static void alarm(CompletableFuture<?> future, long time, TimeUnit unit, Runnable end) {
        Machine machine = Time.machine();
        Task alarm = machine.engine().after(Duration.ofNanos(unit.toNanos(time)), machine, () -> machine.start(end));
        future.whenComplete((value, failure) -> alarm.cancel());
    }
}
