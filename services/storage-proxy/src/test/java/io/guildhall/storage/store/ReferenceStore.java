package io.guildhall.storage.store;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.DeleteRange;
import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.model.table.catalogue.Catalogue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The plainest store there can be, to hold others against: sorted maps, one lock, no encoding. */
public final class ReferenceStore implements Store {
    /** Stands for the row's own mark among its cells. */
    private static final int ROW = -1;

    private final Clock clock;
    private final Map<Table, TreeMap<List<Value>, Map<Integer, TimedValue>>> tables = new HashMap<>();

    public ReferenceStore(Clock clock) {
        this.clock = clock;
    }

    private record TimedValue(Value value, long expiresAt) {
        boolean isLive(long now) {
            return expiresAt > now;
        }
    }

    @Override
    public synchronized CompletableFuture<ReadReply> read(ReadRequest request) {
        Table table = Catalogue.table(request.getTable());
        List<Map.Entry<List<Value>, Map<Integer, TimedValue>>> found = new ArrayList<>();
        for (Map.Entry<List<Value>, Map<Integer, TimedValue>> entry :
                rows(table).entrySet()) {
            boolean afterFrom = !request.hasFrom() || isAfter(table, entry.getKey(), request.getFrom());
            boolean beforeTo = !request.hasTo() || isBefore(table, entry.getKey(), request.getTo());
            if (isIn(table, entry.getKey(), request.getPartitionList())
                    && afterFrom
                    && beforeTo
                    && isLive(entry.getValue())) {
                found.add(entry);
            }
        }
        List<Map.Entry<List<Value>, Map<Integer, TimedValue>>> ordered =
                request.getReverse() ? found.reversed() : found;
        ReadReply.Builder reply = ReadReply.newBuilder();
        ordered.stream().limit(request.getLimit()).forEach(entry -> reply.addRows(row(table, entry)));
        return CompletableFuture.completedFuture(reply.build());
    }

    @Override
    public synchronized CompletableFuture<WriteReply> write(WriteRequest request) {
        if (request.hasFence() && !holds(request.getFence())) {
            return CompletableFuture.failedFuture(StoreException.fenced(request.getFence()));
        }
        boolean applied = true;
        for (Mutation mutation : request.getMutationsList()) {
            Table table = Catalogue.table(mutation.getTable());
            switch (mutation.getChangeCase()) {
                case UPSERT -> applied = upsert(table, mutation.getUpsert());
                case DELETE -> rows(table).remove(mutation.getDelete().getKeyList());
                case DELETE_RANGE -> deleteRange(table, mutation.getDeleteRange());
                case CHANGE_NOT_SET -> throw new IllegalArgumentException("a mutation has no change");
            }
        }
        return CompletableFuture.completedFuture(
                WriteReply.newBuilder().setApplied(applied).build());
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void close() {}

    private boolean holds(Fence fence) {
        ReadRequest read = Read.row(ActorEpochs.TABLE, (long) fence.getActorKind(), fence.getActorId());
        return read(read).join().getRowsList().stream()
                .anyMatch(row -> new RowView(ActorEpochs.TABLE, row).get(ActorEpochs.EPOCH, -1L) == fence.getEpoch());
    }

    private boolean upsert(Table table, Upsert upsert) {
        long now = clock.millis();
        List<Value> key = List.copyOf(upsert.getKeyList());
        Map<Integer, TimedValue> cells = rows(table).getOrDefault(key, Map.of());
        if (upsert.getIfAbsent() && isLive(cells)) {
            return false;
        }
        for (Cell expected : upsert.getIfCellsList()) {
            TimedValue found = cells.get(expected.getColumn());
            Value value = found == null || !found.isLive(now) ? Value.getDefaultInstance() : found.value();
            if (!value.equals(expected.getValue())) {
                return false;
            }
        }
        Map<Integer, TimedValue> changed = new HashMap<>(cells);
        changed.values().removeIf(cell -> !cell.isLive(now));
        long lifetime = upsert.getTtl() != 0
                ? upsert.getTtl() * 1_000L
                : table.timeToLive().map(duration -> duration.toMillis()).orElse(Long.MAX_VALUE - now);
        changed.put(ROW, new TimedValue(Value.getDefaultInstance(), now + lifetime));
        for (Cell cell : upsert.getCellsList()) {
            if (cell.getValue().getKindCase() == Value.KindCase.KIND_NOT_SET) {
                changed.remove(cell.getColumn());
            } else {
                changed.put(cell.getColumn(), new TimedValue(cell.getValue(), now + lifetime));
            }
        }
        rows(table).put(key, changed);
        return true;
    }

    private void deleteRange(Table table, DeleteRange range) {
        rows(table)
                .keySet()
                .removeIf(key -> isIn(table, key, range.getPartitionList())
                        && (!range.hasFrom() || isAfter(table, key, range.getFrom()))
                        && (!range.hasTo() || isBefore(table, key, range.getTo())));
    }

    private TreeMap<List<Value>, Map<Integer, TimedValue>> rows(Table table) {
        return tables.computeIfAbsent(table, ignored -> new TreeMap<>(order(table)));
    }

    private boolean isLive(Map<Integer, TimedValue> cells) {
        return cells.values().stream().anyMatch(cell -> cell.isLive(clock.millis()));
    }

    private Row row(Table table, Map.Entry<List<Value>, Map<Integer, TimedValue>> entry) {
        Row.Builder row = Row.newBuilder().addAllValues(entry.getKey());
        for (int column = table.keyColumns(); column < table.columns().size(); column++) {
            TimedValue cell = entry.getValue().get(column);
            row.addValues(cell == null || !cell.isLive(clock.millis()) ? Value.getDefaultInstance() : cell.value());
        }
        return row.build();
    }

    private static boolean isIn(Table table, List<Value> key, List<Value> partition) {
        return key.subList(0, table.partitionColumns()).equals(partition);
    }

    private static boolean isAfter(Table table, List<Value> key, Bound bound) {
        int order = compareToPrefix(table, key, bound);
        return order > 0 || (order == 0 && bound.getInclusive());
    }

    private static boolean isBefore(Table table, List<Value> key, Bound bound) {
        int order = compareToPrefix(table, key, bound);
        return order < 0 || (order == 0 && bound.getInclusive());
    }

    private static int compareToPrefix(Table table, List<Value> key, Bound bound) {
        for (int index = 0; index < bound.getPrefixCount(); index++) {
            int order = compare(key.get(table.partitionColumns() + index), bound.getPrefix(index));
            if (order != 0) {
                return table.descending() ? -order : order;
            }
        }
        return 0;
    }

    private static Comparator<List<Value>> order(Table table) {
        return (first, second) -> {
            for (int index = 0; index < first.size(); index++) {
                int order = compare(first.get(index), second.get(index));
                if (order != 0) {
                    return table.descending() && index >= table.partitionColumns() ? -order : order;
                }
            }
            return 0;
        };
    }

    private static int compare(Value first, Value second) {
        return switch (first.getKindCase()) {
            case LONG_VALUE -> Long.compare(first.getLongValue(), second.getLongValue());
            case DOUBLE_VALUE -> Double.compare(first.getDoubleValue(), second.getDoubleValue());
            case BOOLEAN_VALUE -> Boolean.compare(first.getBooleanValue(), second.getBooleanValue());
            case TEXT_VALUE -> compare(first.getTextValueBytes(), second.getTextValueBytes());
            case BLOB_VALUE -> compare(first.getBlobValue(), second.getBlobValue());
            case LONG_LIST, KIND_NOT_SET -> throw new IllegalArgumentException("not a key");
        };
    }

    private static int compare(ByteString first, ByteString second) {
        return ByteString.unsignedLexicographicalComparator().compare(first, second);
    }
}
