package io.guildhall.tests.simulation.redirect;

import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.engine.MachineTimer;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Classes that simulated code makes objects of instead of those of the JDK that they extend. */
final class Substitutes {
    static final Map<Class<?>, Class<?>> ALL =
            Map.of(ScheduledThreadPoolExecutor.class, Timer.class, SecureRandom.class, Lots.class);

    private Substitutes() {}

    /** Timers of whichever machine asks. */
    public static final class Timer extends ScheduledThreadPoolExecutor {
        private final MachineTimer timer = new MachineTimer(Time::machine);

        public Timer(int threads) {
            super(threads);
        }

        public Timer(int threads, ThreadFactory factory) {
            super(threads, factory);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return timer.schedule(command, delay, unit);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
            return timer.scheduleWithFixedDelay(command, first, delay, unit);
        }

        @Override
        public void execute(Runnable command) {
            timer.execute(command);
        }
    }

    /** Secrets that the seed decides. */
    public static final class Lots extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            Machine machine = Time.machine();
            if (machine == null) {
                super.nextBytes(bytes);
            } else {
                machine.random().nextBytes(bytes);
            }
        }
    }
}
