package io.guildhall.tests.simulation.redirect;

import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.engine.MachineTimer;
import io.guildhall.tests.simulation.engine.Threads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Threads: virtual ones of the machine that asks, also for those who ask for a platform thread. */
public final class Workers {
    private Workers() {}

    @InsteadOf(Thread.class)
    public static Thread.Builder.OfVirtual ofVirtual() {
        Machine machine = Time.machine();
        return machine == null ? Thread.ofVirtual() : Threads.builder(machine);
    }

    @InsteadOf(Thread.class)
    public static Thread startVirtualThread(Runnable task) {
        return ofVirtual().start(task);
    }

    @InsteadOf({Thread.Builder.class, Thread.Builder.OfPlatform.class})
    public static Thread start(Thread.Builder builder, Runnable task) {
        return (builder instanceof Thread.Builder.OfVirtual ? builder : ofVirtual()).start(task);
    }

    @InsteadOf({Thread.Builder.class, Thread.Builder.OfPlatform.class})
    public static Thread unstarted(Thread.Builder builder, Runnable task) {
        return (builder instanceof Thread.Builder.OfVirtual ? builder : ofVirtual()).unstarted(task);
    }

    @InsteadOf({Thread.Builder.class, Thread.Builder.OfPlatform.class})
    public static ThreadFactory factory(Thread.Builder builder) {
        return (builder instanceof Thread.Builder.OfVirtual ? builder : ofVirtual()).factory();
    }

    @InsteadOf(Executors.class)
    public static ExecutorService newVirtualThreadPerTaskExecutor() {
        return Executors.newThreadPerTaskExecutor(ofVirtual().factory());
    }

    @InsteadOf(Executors.class)
    public static ScheduledExecutorService newSingleThreadScheduledExecutor(ThreadFactory factory) {
        return new MachineTimer(Time::machine);
    }

    @InsteadOf(Executors.class)
    public static ScheduledExecutorService newScheduledThreadPool(int threads, ThreadFactory factory) {
        return new MachineTimer(Time::machine);
    }

    @InsteadOf(CompletableFuture.class)
    public static Executor delayedExecutor(long delay, TimeUnit unit) {
        return task -> new MachineTimer(Time::machine).schedule(task, delay, unit);
    }

    @InsteadOf(CompletableFuture.class)
    public static Executor delayedExecutor(long delay, TimeUnit unit, Executor executor) {
        return task -> new MachineTimer(Time::machine).schedule(() -> executor.execute(task), delay, unit);
    }

    @InsteadOf(CompletableFuture.class)
    public static CompletableFuture<?> supplyAsync(Supplier<?> work) {
        return CompletableFuture.supplyAsync(work, new MachineTimer(Time::machine));
    }

    @InsteadOf(CompletableFuture.class)
    public static CompletableFuture<Void> runAsync(Runnable work) {
        return CompletableFuture.runAsync(work, new MachineTimer(Time::machine));
    }
}
