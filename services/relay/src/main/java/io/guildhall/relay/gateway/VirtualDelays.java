package io.guildhall.relay.gateway;

import io.guildhall.observability.process.Guard;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** A virtual thread for each task; a pause is a thread that sleeps. */
@ApplicationScoped
public class VirtualDelays implements Delays {
    private static final Logger LOG = Logger.getLogger(VirtualDelays.class);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("relay-", 0).factory());

    @Override
    public void now(Runnable task) {
        try {
            threads.execute(() -> guarded(task));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The relay stops; a task was left out", stopping);
        }
    }

    @Override
    public void later(Duration pause, Runnable task) {
        now(() -> {
            try {
                Thread.sleep(pause);
                task.run();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private static void guarded(Runnable task) {
        Guard.PROCESS.run("A task of the relay", task);
    }
}
