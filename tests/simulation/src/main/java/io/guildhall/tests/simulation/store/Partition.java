package io.guildhall.tests.simulation.store;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.DeleteRange;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Rows of one partition with the timestamps of everything that was ever written there. */
final class Partition {
    private final Table table;
    private final NavigableMap<List<Value>, Cells> rows;
    private final List<RangeDelete> deletes = new ArrayList<>();

    private record Stamped(long timestamp, Value value) {}

    private record RangeDelete(long timestamp, Bound from, Bound to) {}

    private static final class Cells {
        private final Map<Integer, Stamped> values = new HashMap<>();
        private long marked = Long.MIN_VALUE;
        private long deleted = Long.MIN_VALUE;
    }

    Partition(Table table) {
        this.table = table;
        this.rows = new TreeMap<>(table.descending() ? KeyOrder.ASCENDING.reversed() : KeyOrder.ASCENDING);
    }

    void upsert(Upsert upsert, long timestamp) {
        Cells cells = cells(upsert.getKeyList());
        cells.marked = Math.max(cells.marked, timestamp);
        for (Cell cell : upsert.getCellsList()) {
            cells.values.merge(
                    cell.getColumn(),
                    new Stamped(timestamp, cell.getValue()),
                    (one, other) -> other.timestamp() >= one.timestamp() ? other : one);
        }
    }

    void delete(List<Value> key, long timestamp) {
        Cells cells = cells(key);
        cells.deleted = Math.max(cells.deleted, timestamp);
    }

    void deleteRange(DeleteRange range, long timestamp) {
        deletes.add(new RangeDelete(timestamp, range.getFrom(), range.getTo()));
    }

    Optional<Row> row(List<Value> key) {
        List<Value> clustering = clustering(key);
        Cells cells = rows.get(clustering);
        return cells == null ? Optional.empty() : row(key.subList(0, table.partitionColumns()), clustering, cells);
    }

    List<Row> read(ReadRequest request) {
        List<Row> found = new ArrayList<>();
        NavigableMap<List<Value>, Cells> ordered = request.getReverse() ? rows.descendingMap() : rows;
        ordered.forEach((clustering, cells) -> {
            if (found.size() < request.getLimit() && within(clustering, request.getFrom(), request.getTo())) {
                row(request.getPartitionList(), clustering, cells).ifPresent(found::add);
            }
        });
        return found;
    }

    /** @param key the partition's */
    List<Row> all(List<Value> key) {
        List<Row> found = new ArrayList<>();
        rows.forEach((clustering, cells) -> row(key, clustering, cells).ifPresent(found::add));
        return found;
    }

    private Optional<Row> row(List<Value> partition, List<Value> clustering, Cells cells) {
        long deleted = cells.deleted;
        for (RangeDelete delete : deletes) {
            if (within(clustering, delete.from(), delete.to())) {
                deleted = Math.max(deleted, delete.timestamp());
            }
        }
        List<Value> values = new ArrayList<>(partition);
        values.addAll(clustering);
        boolean live = cells.marked > deleted;
        for (int column = values.size(); column < table.columns().size(); column++) {
            Stamped cell = cells.values.get(column);
            boolean set = cell != null
                    && cell.timestamp() > deleted
                    && cell.value().getKindCase() != Value.KindCase.KIND_NOT_SET;
            values.add(set ? cell.value() : Value.getDefaultInstance());
            live = live || set;
        }
        return live ? Optional.of(Row.newBuilder().addAllValues(values).build()) : Optional.empty();
    }

    private boolean within(List<Value> clustering, Bound from, Bound to) {
        int start = order(clustering, from);
        int end = order(clustering, to);
        return (start > 0 || start == 0 && (from.getInclusive() || from.getPrefixCount() == 0))
                && (end < 0 || end == 0 && (to.getInclusive() || to.getPrefixCount() == 0));
    }

    /** Where the key stands to the bound, in the table's order: 0 when it begins with it. */
    private int order(List<Value> clustering, Bound bound) {
        int order = KeyOrder.compare(clustering.subList(0, bound.getPrefixCount()), bound.getPrefixList());
        return table.descending() ? -order : order;
    }

    private Cells cells(List<Value> key) {
        return rows.computeIfAbsent(clustering(key), missing -> new Cells());
    }

    private List<Value> clustering(List<Value> key) {
        return List.copyOf(key.subList(table.partitionColumns(), table.keyColumns()));
    }
}
