package io.guildhall.tests.simulation.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Timers and threads of whichever machine asks. */
public final class MachineTimer extends AbstractExecutorService implements ScheduledExecutorService {
    private final Supplier<Machine> machine;
    private boolean down;

    public MachineTimer(Supplier<Machine> machine) {
        this.machine = machine;
    }

    @Override
    public void execute(Runnable command) {
        machine.get().start(command);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(
                () -> {
                    command.run();
                    return null;
                },
                delay,
                unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        Machine here = machine.get();
        FutureTask<V> work = new FutureTask<>(callable);
        Task alarm = here.engine().after(Duration.ofNanos(unit.toNanos(delay)), here, () -> {
            if (!down) {
                here.start(work);
            }
        });
        return new Timed<>(work, () -> alarm.cancel());
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return scheduleWithFixedDelay(command, initialDelay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        Machine here = machine.get();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Duration pause = Duration.ofNanos(unit.toNanos(delay));
        Runnable[] again = new Runnable[1];
        again[0] = () -> {
            if (!ended.isDone() && !down) {
                here.start(() -> {
                    command.run();
                    here.engine().after(pause, here, again[0]);
                });
            }
        };
        here.engine().after(Duration.ofNanos(unit.toNanos(initialDelay)), here, again[0]);
        return new Timed<>(ended, () -> {});
    }

    @Override
    public void shutdown() {
        down = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        down = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return down;
    }

    @Override
    public boolean isTerminated() {
        return down;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return down;
    }

    private record Timed<V>(Future<V> work, Runnable disarm) implements ScheduledFuture<V> {
        @Override
        public boolean cancel(boolean interrupt) {
            disarm.run();
            return work.cancel(interrupt);
        }

        @Override
        public boolean isCancelled() {
            return work.isCancelled();
        }

        @Override
        public boolean isDone() {
            return work.isDone();
        }

        @Override
        public V get() throws InterruptedException, ExecutionException {
            return work.get();
        }

        @Override
        public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
            throw new UnsupportedOperationException("nobody waits for a timer");
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
