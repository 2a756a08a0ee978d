package io.guildhall.storage.remnant;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.table.catalogue.Catalogue;
import io.guildhall.model.time.Pace;
import io.guildhall.observability.process.Rounds;
import io.guildhall.storage.config.StorageConfig;
import io.guildhall.storage.scan.Scanner;
import io.guildhall.storage.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** Keeps the remnants of deleted rows out of sight and then out of the store, from this proxy's start to its end. */
@ApplicationScoped
public class Remnants {
    private static final Duration LONGEST_AFTER_FAILURE = Duration.ofMinutes(1);

    private final StorageConfig.Remnants config;
    private final Discovery discovery;
    private final RemnantMeters meters;
    private Store inner;
    private Optional<Rounds> rounds = Optional.empty();
    private Duration pause = Duration.ZERO;

    public Remnants(StorageConfig config, Discovery discovery, RemnantMeters meters) {
        this.config = config.remnants();
        this.discovery = discovery;
        this.meters = meters;
    }

    /** The store as everybody uses it; closing it closes the one within. */
    public Store around(Store store) {
        inner = store;
        return new CompleteRows(store, config.queue(), meters);
    }

    /** Begins to sweep, where the store can be scanned. */
    void start(@Observes StartupEvent event, Store opened) {
        opened.ready();
        if (config.sweep() && inner instanceof Scanner scanner && inner instanceof RemnantRemover remover) {
            RemnantSweeper sweeper = new RemnantSweeper(
                    scanner,
                    remover,
                    Catalogue.TABLES,
                    discovery,
                    Pace.of(config.rowsPerSecond()),
                    meters,
                    new Random());
            Rounds sweeps = new Rounds("remnant-sweep", () -> round(sweeper));
            rounds = Optional.of(sweeps);
            sweeps.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Rounds::stop);
    }

    private void round(RemnantSweeper sweeper) throws InterruptedException {
        Thread.sleep(pause);
        // Unless the round comes to its end.
        pause = config.pause().compareTo(LONGEST_AFTER_FAILURE) < 0 ? config.pause() : LONGEST_AFTER_FAILURE;
        sweeper.round(() -> rounds.map(Rounds::running).orElse(false));
        pause = config.pause();
    }
}
