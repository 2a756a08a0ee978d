package io.guildhall.push.timing;

import io.guildhall.observability.process.Later;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.jboss.logging.Logger;

/** The time of a clock, and tasks on an executor. */
public final class SystemTimer implements Timer {
    private static final Logger LOG = Logger.getLogger(SystemTimer.class);

    private final Clock clock;
    private final ScheduledExecutorService executor;

    public SystemTimer(Clock clock, ScheduledExecutorService executor) {
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void after(Duration time, Runnable task) {
        try {
            Later.run(executor, time, "A task of the push pipeline", task);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("The process ends; nothing is pushed any more");
        }
    }
}
