package io.guildhall.storage.moving;

import io.guildhall.model.table.Table;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.scan.PartitionScanner;
import java.util.OptionalLong;

/** A data directory that no other process holds. */
public final class StoreSource implements Source {
    private final EmbeddedStore store;

    /** @param store closed with the source */
    public StoreSource(EmbeddedStore store) {
        this.store = store;
    }

    @Override
    public PartitionScanner scanner() {
        return store;
    }

    @Override
    public long time() {
        return store.lastTime();
    }

    @Override
    public boolean keepsTimes() {
        return false;
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public void refresh() {}

    @Override
    public OptionalLong rows(Table table) {
        return OptionalLong.of(store.rows(table));
    }

    @Override
    public void close() {
        store.close();
    }
}
