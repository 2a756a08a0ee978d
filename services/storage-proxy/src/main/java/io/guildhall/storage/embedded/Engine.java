package io.guildhall.storage.embedded;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScanRange;
import io.guildhall.storage.store.StoreException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;

/**
 * The sorted maps in memory and on disk, and the log of what is not in the file yet.
 *
 * <p>A group of batches is applied to the maps, written to the {@link GroupLog}, and only then seen by readers. A
 * checkpoint writes the changed pages to the data file, together with the number of the last group they hold, as one
 * commit: it is wholly in the file or not at all. The store's own commits in the background are off. So after any end of
 * the process, the file holds the state after some group, and the log every later group that was acknowledged.
 */
final class Engine implements AutoCloseable {
    /** Replaced pages stay this long at least. Every checkpoint is synced before their space is used again. */
    private static final int RETENTION_SYNCED_MS = 1_000;

    /** Without syncs, old pages must outlive what the operating system has not written yet. */
    private static final int RETENTION_UNSYNCED_MS = 45_000;

    private static final int COMPACT_BELOW_PERCENT = 60;
    private static final int COMPACT_BYTES = 4 << 20;
    private static final int CHECKPOINT_UNSAVED_BYTES = 32 << 20;
    static final String EXPIRIES = "expiries";

    private final MVStore store;
    private final Optional<GroupLog> log;
    private final boolean sync;
    private final int checkpointBytes;
    private final EngineProgress progress;
    private final Map<String, String> columns;
    private final Map<String, TableSpace> tables = new HashMap<>();
    private final MVMap<byte[], byte[]> expiries;
    private final Optional<String> alsoWrittenTo;
    private final BatchApplier applier;
    private volatile Pin pin;

    private Engine(MVStore store, Optional<GroupLog> log, EmbeddedStoreOptions options, Clock clock) {
        this.store = store;
        this.log = log;
        this.sync = options.sync();
        this.checkpointBytes = options.checkpointBytes();
        store.setRetentionTime(sync ? RETENTION_SYNCED_MS : RETENTION_UNSYNCED_MS);
        this.pin = new Pin(store);
        this.progress = new EngineProgress(
                store.openMap(EngineProgress.MAP), options.alsoWrittenTo().isPresent(), clock.millis());
        this.columns = store.openMap("schema");
        this.alsoWrittenTo = options.alsoWrittenTo();
        // A restored snapshot that is written to is no longer what its manifest says.
        if (store.hasMap(SnapshotManifest.MAP)) {
            store.removeMap(SnapshotManifest.MAP);
        }
        Schema schema = new Schema(columns);
        for (Table table : Catalogue.TABLES) {
            MVMap<byte[], byte[]> map = openMap(store, tableMap(table));
            tables.put(table.name(), new TableSpace(table, map, schema.numbers(table)));
        }
        this.expiries = openMap(store, EXPIRIES);
        this.applier = new BatchApplier(tables, new ExpiryIndex(expiries));
        replay();
        progress.replayed();
        checkpoint();
    }

    /** Opens the maps and brings them up to the end of the log; without a log, nothing survives the process. */
    static Engine open(MVStore store, Optional<GroupLog> log, EmbeddedStoreOptions options, Clock clock) {
        try {
            return new Engine(store, log, options, clock);
        } catch (RuntimeException failure) {
            store.closeImmediately();
            log.ifPresent(GroupLog::close);
            throw failure;
        }
    }

    /** Applies the batches in order and makes them durable together; for each, what became of it. */
    List<Applied> write(List<WriteRequest> batches, long now) {
        List<Applied> applied = apply(batches, now);
        progress.reached(progress.group() + 1);
        if (log.isPresent()) {
            log.get().append(new GroupLog.Group(progress.group(), now, batches));
        } else {
            store.commit();
            renewPin();
        }
        publish();
        return applied;
    }

    /** Reads as of the last durable group. Any thread may call this. */
    ReadReply read(ReadRequest request, long now) {
        return pinned(() -> RangeReader.read(table(request.getTable()), request, now));
    }

    /** As {@link io.guildhall.storage.scan.Scanner#ranges}. Any thread may call this. */
    List<ScanRange> ranges(Table table, int wanted) {
        return pinned(() -> new TableScan(table(table.name())).ranges(wanted));
    }

    long rows(Table table) {
        return pinned(() -> table(table.name()).published().getTotalCount());
    }

    /** A page as of the last durable group. Any thread may call this. */
    ScanPage scan(
            Table table, ScanRange range, Optional<ByteString> position, Set<Column<?>> columns, int limit, long now) {
        return pinned(() -> new TableScan(table(table.name())).page(range, position, columns, limit, now));
    }

    /** Everything as of the last group, for as long as the view is open. Only between groups. */
    EngineView view() {
        Map<String, RootReference<byte[], byte[]>> roots = new TreeMap<>();
        tables.values()
                .forEach(space -> roots.put(tableMap(space.table()), space.map().flushAndGetRoot()));
        roots.put(EXPIRIES, expiries.flushAndGetRoot());
        return new EngineView(
                new Pin(store),
                roots,
                Map.copyOf(columns),
                progress.entries(),
                progress.group(),
                progress.timeOfView(),
                alsoWrittenTo);
    }

    /** See {@link EngineProgress#lastTime}. Any thread may call this. */
    long lastTime() {
        return progress.lastTime();
    }

    /** Removes expired cells of at most so many rows. Not logged: whoever reads or replays ignores such cells anyway. */
    void sweep(long now, int rows) {
        if (applier.sweep(now, rows) > 0 && log.isEmpty()) {
            store.commit();
            renewPin();
        }
        publish();
    }

    boolean isCheckpointDue() {
        return log.isPresent()
                && (log.get().size() >= checkpointBytes || store.getUnsavedMemory() > CHECKPOINT_UNSAVED_BYTES);
    }

    /** Brings the data file up to date and empties the log. */
    void checkpoint() {
        progress.keep();
        store.commit();
        if (sync) {
            store.sync();
        }
        log.ifPresent(GroupLog::restart);
        renewPin();
        publish();
    }

    /** Checkpoints what there is, frees what is dead, and rewrites a bounded amount of what is mostly dead. */
    void tidy() {
        if (log.isEmpty()) {
            return;
        }
        if (log.get().size() > 0 || store.hasUnsavedChanges()) {
            checkpoint();
        }
        store.executeFilestoreOperation(store.getFileStore()::dropUnusedChunks);
        if (store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES)) {
            checkpoint();
        }
    }

    boolean isOpen() {
        return !store.isClosed();
    }

    /**
     * Forgets a group that failed on its way. On disk the engine is closed without another write: whoever opens it again
     * finds all acknowledged groups in the file and the log.
     */
    void undo() {
        if (log.isPresent()) {
            store.closeImmediately();
            log.get().close();
        } else {
            store.rollback();
        }
    }

    @Override
    public void close() {
        checkpoint();
        store.close();
        log.ifPresent(GroupLog::close);
    }

    private List<Applied> apply(List<WriteRequest> batches, long now) {
        List<Applied> applied = new ArrayList<>(batches.size());
        for (WriteRequest batch : batches) {
            applied.add(applier.apply(batch, now));
        }
        progress.applied(batches, now);
        return applied;
    }

    private void replay() {
        if (log.isPresent()) {
            for (GroupLog.Group group : log.get().groupsAfter(progress.group())) {
                apply(group.batches(), group.time());
                progress.reached(group.sequence());
            }
        }
    }

    /** Readers from now on need nothing older than the commit that was just made. */
    private void renewPin() {
        Pin old = pin;
        pin = new Pin(store);
        old.release();
    }

    private <T> T pinned(Supplier<T> reading) {
        Pin held = pin;
        while (!held.tryHold()) {
            held = pin;
        }
        try {
            return reading.get();
        } finally {
            held.release();
        }
    }

    private void publish() {
        tables.values().forEach(TableSpace::publish);
    }

    private TableSpace table(String name) {
        TableSpace space = tables.get(name);
        if (space == null) {
            throw new StoreException(StoreException.Reason.FAILED, "the store has no table " + name);
        }
        return space;
    }

    static String tableMap(Table table) {
        return "table." + table.name();
    }

    static MVMap<byte[], byte[]> openMap(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteStringType.INSTANCE)
                        .valueType(ByteStringType.INSTANCE));
    }
}
