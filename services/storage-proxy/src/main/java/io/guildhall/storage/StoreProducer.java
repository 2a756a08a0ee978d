package io.guildhall.storage;

import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.remnant.Remnants;
import io.guildhall.storage.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.Optional;

/** Opens the store that the configuration asks for, and closes it when the process ends in good order. */
@ApplicationScoped
public class StoreProducer {
    @Produces
    @ApplicationScoped
    Store store(StorageConfig config, StorageMeters meters, Remnants remnants, Clock clock) {
        return remnants.around(EmbeddedStore.open(options(config), clock, meters));
    }

    void close(@Disposes Store store) {
        store.close();
    }

    private static EmbeddedStoreOptions options(StorageConfig config) {
        return new EmbeddedStoreOptions(
                config.inMemory() ? Optional.empty() : Optional.of(config.directory()),
                config.sync(),
                config.queue().batches(),
                config.queue().bytes(),
                config.checkpointBytes(),
                config.cacheMegabytes(),
                config.sweepRows());
    }
}
