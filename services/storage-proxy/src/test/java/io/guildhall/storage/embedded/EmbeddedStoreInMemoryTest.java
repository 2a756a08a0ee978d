package io.guildhall.storage.embedded;

import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreContract;

class EmbeddedStoreInMemoryTest extends StoreContract {
    @Override
    protected Store open() {
        return EmbeddedStore.open(EmbeddedStoreOptions.inMemory(), clock, batches -> {});
    }
}
