package io.guildhall.observability.process;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * The last that hears of what nobody caught, on whatever thread: it is logged with the thread's name, and a process whose memory has run
 * out ends. What must go on guards itself, see {@link Guard}: its thread has ended by now.
 */
@ApplicationScoped
public class Uncaught {
    private static final Logger LOG = Logger.getLogger(Uncaught.class);

    void start(@Observes StartupEvent event) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            Guard.PROCESS.check(failure);
            LOG.errorf(failure, "Nobody caught what ended thread %s", thread.getName());
        });
        Infrastructure.setDroppedExceptionHandler(failure -> {
            Guard.PROCESS.check(failure);
            LOG.warn("Nobody waits for what failed", failure);
        });
    }
}
