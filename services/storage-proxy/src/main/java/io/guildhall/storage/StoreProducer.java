package io.guildhall.storage;

import com.datastax.oss.quarkus.runtime.api.session.QuarkusCqlSession;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.storage.cluster.PrimaryCluster;
import io.guildhall.storage.config.StorageConfig;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.fencing.Listing;
import io.guildhall.storage.moving.SecondStore;
import io.guildhall.storage.remnant.Remnants;
import io.guildhall.storage.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Opens the store that the configuration asks for, and closes it when the process ends in good order. */
@ApplicationScoped
public class StoreProducer {
    /** @param sessions not touched unless the store is a cluster: whoever does makes Quarkus connect */
    @Produces
    @ApplicationScoped
    Store store(
            StorageConfig config,
            StorageMeters meters,
            Remnants remnants,
            DualMeters dualMeters,
            Clock clock,
            Discovery discovery,
            @Any Instance<CompletionStage<QuarkusCqlSession>> sessions) {
        Optional<SecondStore> second = SecondStore.of(config, clock, dualMeters);
        return switch (config.kind()) {
            case EMBEDDED -> {
                EmbeddedStore store =
                        EmbeddedStore.open(options(config, second.map(SecondStore::address)), clock, meters);
                Store complete = remnants.around(store);
                yield second.map(other -> other.joinByArrival(complete, store.lastTime()))
                        .orElse(complete);
            }
            case CASSANDRA -> {
                Store complete = remnants.around(PrimaryCluster.open(
                        config.cassandra(),
                        () -> sessions.get().toCompletableFuture(),
                        clock,
                        meters,
                        new Listing(discovery)));
                yield second.map(other -> other.joinByCaller(complete)).orElse(complete);
            }
        };
    }

    /** Quarkus ends the session soon after this event: what is under way is finished before, after everybody else has stopped. */
    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event, StorageConfig config, Store store) {
        switch (config.kind()) {
            case EMBEDDED -> {
                // Closed with the container.
            }
            case CASSANDRA -> store.close();
        }
    }

    void close(@Disposes Store store) {
        store.close();
    }

    private static EmbeddedStoreOptions options(StorageConfig config, Optional<String> alsoWrittenTo) {
        return new EmbeddedStoreOptions(
                config.inMemory() ? Optional.empty() : Optional.of(config.directory()),
                config.sync(),
                config.queue().batches(),
                config.queue().bytes(),
                config.checkpointBytes(),
                config.cacheMegabytes(),
                config.sweepRows(),
                alsoWrittenTo);
    }
}
