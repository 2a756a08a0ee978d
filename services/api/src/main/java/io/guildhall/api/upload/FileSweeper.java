package io.guildhall.api.upload;

import io.guildhall.api.config.ApiConfig;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.objects.ObjectStore;
import io.guildhall.observability.process.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Sweeps files from this node's start to its end. */
@ApplicationScoped
public class FileSweeper {
    private static final Logger LOG = Logger.getLogger(FileSweeper.class);

    private final FileSweep sweep;
    private final Duration every;
    private final Rounds rounds = new Rounds("file-sweeper", this::round);

    FileSweeper(StorageAccess storage, ObjectStore store, Discovery discovery, Clock clock, ApiConfig config) {
        this.sweep = new FileSweep(storage, store, discovery, clock);
        this.every = config.sweepFilesEvery();
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    /** What is left stays marked; the next node goes on with it. */
    void stop(@Observes ShutdownEvent event) {
        rounds.stop();
    }

    private void round() throws InterruptedException {
        Thread.sleep(every);
        try {
            sweep.round(rounds::running);
        } catch (RuntimeException | IOException failure) {
            LOG.warnf("Files that may go wait for the next round: %s", failure.toString());
        }
    }
}
