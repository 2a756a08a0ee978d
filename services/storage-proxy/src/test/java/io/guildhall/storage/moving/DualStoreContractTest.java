package io.guildhall.storage.moving;

import io.guildhall.storage.cassandra.WriteClock;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.store.ClockedStoreContract;
import io.guildhall.storage.store.ReferenceStore;
import io.guildhall.storage.store.Store;

class DualStoreContractTest extends ClockedStoreContract {
    @Override
    protected Store open() {
        return new DualStore(
                EmbeddedStore.open(EmbeddedStoreOptions.inMemory(), clock, batches -> {}),
                new ReferenceStore(clock),
                DualStore.Times.BY_ARRIVAL,
                new WriteClock(clock),
                100_000,
                DualObserver.NONE);
    }
}
