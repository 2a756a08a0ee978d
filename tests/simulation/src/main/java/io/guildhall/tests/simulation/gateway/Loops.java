package io.guildhall.tests.simulation.gateway;

import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.engine.Strand;
import io.guildhall.tests.simulation.engine.Task;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Event loops and timers of a machine, where a gateway asks Netty and Vert.x for them. */
final class Loops {
    private Loops() {}

    static EventLoop eventLoop(Machine machine) {
        Strand strand = new Strand(machine);
        return new Stand(EventLoop.class)
                .on("execute", arguments -> {
                    strand.add((Runnable) arguments[0]);
                    return null;
                })
                .on("inEventLoop", arguments -> strand.here())
                .on("schedule", arguments -> {
                    Duration delay = Duration.ofNanos(((TimeUnit) arguments[2]).toNanos((Long) arguments[1]));
                    Task alarm = machine.engine().after(delay, machine, () -> strand.add(() -> run(arguments[0])));
                    return new Stand(ScheduledFuture.class)
                            .on("cancel", how -> {
                                alarm.cancel();
                                return true;
                            })
                            .as(ScheduledFuture.class);
                })
                .as(EventLoop.class);
    }

    private static void run(Object task) {
        if (task instanceof Runnable runnable) {
            runnable.run();
            return;
        }
        try {
            ((Callable<?>) task).call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    static Vertx vertx(Machine machine) {
        Timers timers = new Timers(machine);
        return new Stand(Vertx.class)
                .on("setTimer", arguments -> timers.set(arguments, false))
                .on("setPeriodic", arguments -> timers.set(arguments, true))
                .on("cancelTimer", arguments -> timers.cancel((Long) arguments[0]))
                .as(Vertx.class);
    }

    /** The timers of one process. */
    private static final class Timers {
        private final Machine machine;
        private final Strand strand;
        private final Map<Long, Task> armed = new HashMap<>();
        private long last;

        Timers(Machine machine) {
            this.machine = machine;
            this.strand = new Strand(machine);
        }

        @SuppressWarnings("unchecked")
        long set(Object[] arguments, boolean again) {
            long number = ++last;
            arm(number, Duration.ofMillis((Long) arguments[0]), again, (Handler<Long>) arguments[arguments.length - 1]);
            return number;
        }

        boolean cancel(long number) {
            Task alarm = armed.remove(number);
            if (alarm != null) {
                alarm.cancel();
            }
            return alarm != null;
        }

        private void arm(long number, Duration delay, boolean again, Handler<Long> handler) {
            armed.put(number, machine.engine().after(delay, machine, () -> {
                armed.remove(number);
                if (again) {
                    arm(number, delay, true, handler);
                }
                strand.add(() -> handler.handle(number));
            }));
        }
    }
}
