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
        Map<Long, Task> timers = new HashMap<>();
        Strand strand = new Strand(machine);
        return new Stand(Vertx.class)
                .on("setTimer", arguments -> set(machine, strand, timers, arguments, false))
                .on("setPeriodic", arguments -> set(machine, strand, timers, arguments, true))
                .on("cancelTimer", arguments -> {
                    Task alarm = timers.remove((Long) arguments[0]);
                    if (alarm != null) {
                        alarm.cancel();
                    }
                    return alarm != null;
                })
                .as(Vertx.class);
    }

    @SuppressWarnings("unchecked")
    private static long set(Machine machine, Strand strand, Map<Long, Task> timers, Object[] arguments, boolean again) {
        long number = timers.size() + 1L;
        Handler<Long> handler = (Handler<Long>) arguments[arguments.length - 1];
        arm(machine, strand, timers, number, Duration.ofMillis((Long) arguments[0]), again, handler);
        return number;
    }

    private static void arm(
            Machine machine,
            Strand strand,
            Map<Long, Task> timers,
            long number,
            Duration delay,
            boolean again,
            Handler<Long> handler) {
        timers.put(number, machine.engine().after(delay, machine, () -> {
            strand.add(() -> handler.handle(number));
            if (again) {
                arm(machine, strand, timers, number, delay, true, handler);
            }
        }));
    }
}
