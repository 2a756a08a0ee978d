package io.guildhall.guild.fakes;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.DeleteRange;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The store as handlers see it, in maps. Time to live is not kept. */
public final class InMemoryStorage implements StorageFacade {
    private record Partition(String table, List<Value> key) {}

    private final Map<Partition, TreeMap<List<Value>, Row>> partitions = new HashMap<>();
    private long writes;

    /** How often something was written, or was to be on a condition. */
    public synchronized long writes() {
        return writes;
    }

    @Override
    public synchronized List<RowView> read(Table table, ReadRequest request) {
        TreeMap<List<Value>, Row> rows = partitions.get(new Partition(table.name(), request.getPartitionList()));
        if (rows == null) {
            return List.of();
        }
        List<RowView> found = new ArrayList<>();
        Map<List<Value>, Row> ordered = request.getReverse() ? rows.descendingMap() : rows;
        ordered.forEach((key, row) -> {
            boolean within = (!request.hasFrom() || isAfter(table, key, request.getFrom()))
                    && (!request.hasTo() || isBefore(table, key, request.getTo()));
            if (within && found.size() < request.getLimit()) {
                found.add(new RowView(table, row));
            }
        });
        return found;
    }

    @Override
    public synchronized CompletionStage<?> write(WriteRequest batch) {
        writes++;
        batch.getMutationsList().forEach(this::apply);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized boolean writeConditional(WriteRequest batch) {
        writes++;
        Mutation mutation = batch.getMutations(0);
        Table table = table(mutation.getTable());
        List<Value> key = mutation.getUpsert().getKeyList();
        Row row = partition(table, key).get(clustering(table, key));
        boolean holds = mutation.getUpsert().getIfAbsent()
                ? row == null
                : mutation.getUpsert().getIfCellsList().stream()
                        .allMatch(cell ->
                                row != null && row.getValues(cell.getColumn()).equals(cell.getValue()));
        if (!holds) {
            return false;
        }
        apply(mutation);
        return true;
    }

    private void apply(Mutation mutation) {
        Table table = table(mutation.getTable());
        switch (mutation.getChangeCase()) {
            case UPSERT -> upsert(table, mutation.getUpsert());
            case DELETE ->
                partition(table, mutation.getDelete().getKeyList())
                        .remove(clustering(table, mutation.getDelete().getKeyList()));
            case DELETE_RANGE -> deleteRange(table, mutation.getDeleteRange());
            case CHANGE_NOT_SET -> throw new IllegalArgumentException("a mutation without change");
        }
    }

    private void upsert(Table table, Upsert upsert) {
        List<Value> key = upsert.getKeyList();
        Row before = partition(table, key).get(clustering(table, key));
        Row.Builder row = before == null ? empty(table, key) : before.toBuilder();
        for (Cell cell : upsert.getCellsList()) {
            row.setValues(cell.getColumn(), cell.getValue());
        }
        partition(table, key).put(clustering(table, key), row.build());
    }

    private void deleteRange(Table table, DeleteRange range) {
        partition(table, range.getPartitionList())
                .keySet()
                .removeIf(key -> (!range.hasFrom() || isAfter(table, key, range.getFrom()))
                        && (!range.hasTo() || isBefore(table, key, range.getTo())));
    }

    private static Row.Builder empty(Table table, List<Value> key) {
        Row.Builder row = Row.newBuilder().addAllValues(key);
        for (int index = key.size(); index < table.columns().size(); index++) {
            row.addValues(Value.getDefaultInstance());
        }
        return row;
    }

    private TreeMap<List<Value>, Row> partition(Table table, List<Value> key) {
        return partitions.computeIfAbsent(
                new Partition(table.name(), List.copyOf(key.subList(0, table.partitionColumns()))),
                missing -> new TreeMap<>(order(table)));
    }

    private static List<Value> clustering(Table table, List<Value> key) {
        return List.copyOf(key.subList(table.partitionColumns(), key.size()));
    }

    private static Comparator<List<Value>> order(Table table) {
        return (one, other) -> compare(table, one, other);
    }

    private static boolean isAfter(Table table, List<Value> key, Bound from) {
        int order = compare(table, key, from.getPrefixList());
        return order > 0 || (order == 0 && from.getInclusive());
    }

    private static boolean isBefore(Table table, List<Value> key, Bound to) {
        int order = compare(table, key, to.getPrefixList());
        return order < 0 || (order == 0 && to.getInclusive());
    }

    /** Compares as far as the shorter one goes, in the table's order. */
    private static int compare(Table table, List<Value> one, List<Value> other) {
        for (int index = 0; index < Math.min(one.size(), other.size()); index++) {
            int order = one.get(index).hasTextValue()
                    ? one.get(index).getTextValue().compareTo(other.get(index).getTextValue())
                    : Long.compare(
                            one.get(index).getLongValue(), other.get(index).getLongValue());
            if (order != 0) {
                return table.descending() ? -order : order;
            }
        }
        return 0;
    }

    private static Table table(String name) {
        return Catalogue.table(name);
    }
}
