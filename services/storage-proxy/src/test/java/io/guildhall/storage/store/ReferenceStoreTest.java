package io.guildhall.storage.store;

class ReferenceStoreTest extends ClockedStoreContract {
    @Override
    protected Store open() {
        return new ReferenceStore(clock);
    }
}
