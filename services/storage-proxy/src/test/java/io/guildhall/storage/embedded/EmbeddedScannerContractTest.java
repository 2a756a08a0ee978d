package io.guildhall.storage.embedded;

import io.guildhall.storage.scan.Scanner;
import io.guildhall.storage.scan.ScannerContract;
import io.guildhall.storage.store.Store;
import io.guildhall.testing.ManualClock;

class EmbeddedScannerContractTest extends ScannerContract {
    private final ManualClock clock = new ManualClock();
    private EmbeddedStore store;

    @Override
    protected Store open() {
        store = EmbeddedStore.open(EmbeddedStoreOptions.inMemory(), clock, batches -> {});
        return store;
    }

    @Override
    protected Scanner scanner() {
        return store;
    }

    @Override
    protected long now() {
        return clock.millis();
    }
}
