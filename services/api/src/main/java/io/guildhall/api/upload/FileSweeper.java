package io.guildhall.api.upload;

import io.guildhall.api.ApiConfig;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.observability.process.Guard;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Sweeps files from this node's start to its end, on one virtual thread. */
@ApplicationScoped
public class FileSweeper {
    private static final Logger LOG = Logger.getLogger(FileSweeper.class);

    private final FileSweep sweep;
    private final Duration every;
    private volatile boolean running = true;
    private Thread thread;

    FileSweeper(StorageAccess storage, ObjectStore store, Discovery discovery, Clock clock, ApiConfig config) {
        this.sweep = new FileSweep(storage, store, discovery, clock);
        this.every = config.sweepFilesEvery();
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("file-sweeper").start(this::run);
    }

    /** What is left stays marked; the next node goes on with it. */
    void stop(@Observes ShutdownEvent event) {
        running = false;
        thread.interrupt();
    }

    private void run() {
        while (running) {
            try {
                Thread.sleep(every);
                sweep.round(() -> running);
            } catch (InterruptedException stopped) {
                return;
            } catch (Throwable failure) {
                Guard.PROCESS.check(failure);
                if (running) {
                    LOG.warnf("Files that may go wait for the next round: %s", failure.toString());
                }
            }
        }
    }
}
