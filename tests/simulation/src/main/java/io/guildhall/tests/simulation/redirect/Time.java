package io.guildhall.tests.simulation.redirect;

import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** What clocks show, and sleep. */
public final class Time {
    private Time() {}

    @InsteadOf(System.class)
    public static long nanoTime() {
        Engine engine = Engine.current();
        return engine == null ? System.nanoTime() : engine.now();
    }

    @InsteadOf(System.class)
    public static long currentTimeMillis() {
        return now().toEpochMilli();
    }

    @InsteadOf(Instant.class)
    public static Instant now() {
        return systemUTC().instant();
    }

    @InsteadOf(Clock.class)
    public static Clock systemUTC() {
        Machine machine = machine();
        return machine == null ? Clock.systemUTC() : machine.clock();
    }

    @InsteadOf(Thread.class)
    public static void sleep(long millis) throws InterruptedException {
        sleep(Duration.ofMillis(millis));
    }

    @InsteadOf(Thread.class)
    public static void sleep(Duration time) throws InterruptedException {
        Waits.until(time.toNanos(), () -> {
            Waits.forEver();
            return true;
        });
    }

    @InsteadOf(TimeUnit.class)
    public static void sleep(TimeUnit unit, long time) throws InterruptedException {
        sleep(Duration.ofNanos(unit.toNanos(time)));
    }

    /** The machine whose code is running; null outside of a simulation. */
    static Machine machine() {
        Engine engine = Engine.current();
        return engine == null ? null : engine.running();
    }
}
