package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A store of single rows whose writes can be held back and made to fail. Knows upserts and reads of partitions of one row. */
final class ControlledStorage implements StorageFacade {
    /** A write that waits for the test. */
    record Held(WriteRequest batch, CompletableFuture<Object> done) {
        List<Mutation> mutations() {
            return batch.getMutationsList();
        }
    }

    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final Deque<Held> held = new ArrayDeque<>();
    private boolean holding;
    private long timestamp;

    synchronized void hold() {
        holding = true;
    }

    /** Holds nothing back any more and lets everything held land. */
    synchronized void release() {
        holding = false;
        while (!held.isEmpty()) {
            land();
        }
    }

    synchronized int heldWrites() {
        return held.size();
    }

    synchronized Held firstHeld() {
        return held.peek();
    }

    /** Lets the oldest held write land. */
    synchronized void land() {
        Held write = held.poll();
        write.mutations().forEach(this::apply);
        write.done().complete("written");
    }

    /** What became of the oldest held write is not known; it did nothing. */
    void fail() {
        fail(new StorageUnavailable("as the test wants"));
    }

    /** What became of the oldest held write is not known; it took place. */
    synchronized void loseAnswer() {
        held.peek().mutations().forEach(this::apply);
        fail();
    }

    /** The store has too much to do for the oldest held write. */
    void shed() {
        fail(new WriteRefusedException("as the test wants", true, null));
    }

    /** The store never takes the oldest held write. */
    void refuse() {
        fail(new WriteRefusedException("as the test wants", false, null));
    }

    /** Another owner has claimed the actor. */
    void fence() {
        fail(new FencedException("as the test wants", null));
    }

    private synchronized void fail(StorageUnavailable failure) {
        held.poll().done().completeExceptionally(failure);
    }

    /** Batches differ by their times, as those of a real store do. */
    @Override
    public synchronized WriteRequest batch(List<Mutation> mutations) {
        return WriteRequest.newBuilder()
                .addAllMutations(mutations)
                .setTimestamp(++timestamp)
                .build();
    }

    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        Row row = rows.get(key(table.name(), request.getPartitionList()));
        return row == null ? List.of() : List.of(new RowView(table, row));
    }

    @Override
    public synchronized CompletableFuture<Object> write(WriteRequest batch) {
        if (!holding) {
            batch.getMutationsList().forEach(this::apply);
            return CompletableFuture.completedFuture("written");
        }
        Held write = new Held(batch, new CompletableFuture<>());
        held.add(write);
        return write.done();
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        Mutation mutation = batch.getMutations(0);
        Table table = io.guildhall.model.table.catalogue.Catalogue.table(mutation.getTable());
        Row row = rows.get(key(table.name(), mutation.getUpsert().getKeyList().subList(0, table.partitionColumns())));
        boolean holds = mutation.getUpsert().getIfAbsent()
                ? row == null
                : mutation.getUpsert().getIfCellsList().stream()
                        .allMatch(cell ->
                                row != null && row.getValues(cell.getColumn()).equals(cell.getValue()));
        if (holds) {
            apply(mutation);
        }
        return holds;
    }

    private void apply(Mutation mutation) {
        Table table = io.guildhall.model.table.catalogue.Catalogue.table(mutation.getTable());
        List<Value> key = mutation.getUpsert().getKeyList();
        rows.compute(key(table.name(), key.subList(0, table.partitionColumns())), (name, before) -> {
            List<Value> values = before == null ? empty(table, key) : new ArrayList<>(before.getValuesList());
            for (Cell cell : mutation.getUpsert().getCellsList()) {
                values.set(cell.getColumn(), cell.getValue());
            }
            return Row.newBuilder().addAllValues(values).build();
        });
    }

    private static List<Value> empty(Table table, List<Value> key) {
        List<Value> values = new ArrayList<>(key);
        while (values.size() < table.columns().size()) {
            values.add(Value.getDefaultInstance());
        }
        return values;
    }

    private static String key(String table, List<Value> partition) {
        return table + partition;
    }
}
