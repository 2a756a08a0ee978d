package io.guildhall.storage.embedded;

import io.guildhall.storage.store.ClockedStoreContract;
import io.guildhall.storage.store.Store;

class EmbeddedStoreInMemoryTest extends ClockedStoreContract {
    @Override
    protected Store open() {
        return EmbeddedStore.open(EmbeddedStoreOptions.inMemory(), clock, batches -> {});
    }
}
