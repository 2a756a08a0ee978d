package io.guildhall.storage.flight;

import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.store.Store;
import org.junit.jupiter.api.AfterEach;

class EmbeddedStampedeTest extends StampedeContract {
    private final JitteryStore counting = new JitteryStore(EmbeddedStore.inMemory(), 0);

    @AfterEach
    void close() {
        counting.close();
    }

    @Override
    protected Store store() {
        return counting;
    }

    @Override
    protected long databaseReads() {
        return counting.reads();
    }
}
