package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import io.guildhall.storage.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The open key-value store with its maps. Nothing reaches the file except through {@link #commit}: the store's own
 * background commits are off, so half a batch is never on disk, and a commit is one checksummed chunk at a place that
 * held nothing needed, so one that is cut short is ignored when the file is opened again.
 */
final class Engine implements AutoCloseable {
    /**
     * How long the space of replaced pages stays untouched when every commit is synced. Readers walk trees up to this
     * old; {@link EmbeddedStore} does not trust one that took longer.
     */
    static final int RETENTION_SYNCED_MS = 10_000;

    /** Without syncs, old pages must outlive what the operating system has not written yet. */
    private static final int RETENTION_UNSYNCED_MS = 45_000;

    private static final int COMPACT_BELOW_PERCENT = 60;
    private static final int COMPACT_BYTES = 4 << 20;

    private final MVStore store;
    private final boolean sync;
    private final Map<String, TableSpace> tables = new HashMap<>();
    private final BatchApplier applier;

    private Engine(MVStore store, boolean sync) {
        this.store = store;
        this.sync = sync;
        store.setRetentionTime(sync ? RETENTION_SYNCED_MS : RETENTION_UNSYNCED_MS);
        Schema schema = new Schema(store.openMap("schema"));
        for (Table table : Catalogue.TABLES) {
            MVMap<byte[], byte[]> map = openMap("table." + table.name());
            tables.put(table.name(), new TableSpace(table, map, schema.numbers(table)));
        }
        applier = new BatchApplier(tables, new ExpiryIndex(openMap("expiries")));
        commit();
    }

    static Engine open(MVStore store, boolean sync) {
        try {
            return new Engine(store, sync);
        } catch (RuntimeException failure) {
            store.closeImmediately();
            throw failure;
        }
    }

    private MVMap<byte[], byte[]> openMap(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteStringType.INSTANCE)
                        .valueType(ByteStringType.INSTANCE));
    }

    TableSpace table(String name) {
        TableSpace space = tables.get(name);
        if (space == null) {
            throw new StoreException(StoreException.Reason.FAILED, "the store has no table " + name);
        }
        return space;
    }

    /** Changes the maps in memory; readers do not see it before {@link #commit}. */
    boolean apply(WriteRequest batch, long now) {
        return applier.apply(batch, now);
    }

    int sweep(long now, int rows) {
        return applier.sweep(now, rows);
    }

    /** Makes everything applied so far durable, then visible to readers. */
    void commit() {
        store.commit();
        if (sync) {
            store.sync();
        }
        tables.values().forEach(TableSpace::publish);
    }

    /** Forgets what was applied since the last commit. */
    void rollback() {
        store.rollback();
    }

    /** Rewrites a bounded amount of what is still live in mostly dead parts of the file, so that they can be reused. */
    void compact() {
        if (store.isPersistent() && store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES)) {
            commit();
        }
    }

    boolean isOpen() {
        return !store.isClosed();
    }

    /** Closes without writing anything more. */
    void abandon() {
        store.closeImmediately();
    }

    @Override
    public void close() {
        store.close();
    }
}
