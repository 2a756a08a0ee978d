package io.guildhall.storage.store;

class ReferenceStoreTest extends StoreContract {
    @Override
    protected Store open() {
        return new ReferenceStore(clock);
    }
}
