package io.guildhall.api;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables in a map, as far as api and identity use them: single rows, and partitions from their beginning or from behind a row. */
public final class FakeStorage implements Storage {
    private final Map<String, Map<List<Value>, Row>> tables = new LinkedHashMap<>();

    @Override
    public synchronized Uni<ReadReply> read(ReadRequest request) {
        Table table = Catalogue.table(request.getTable());
        List<Value> partition = request.getPartitionList();
        ReadReply.Builder reply = ReadReply.newBuilder();
        rows(request.getTable()).entrySet().stream()
                .filter(row -> row.getKey().subList(0, partition.size()).equals(partition))
                .filter(row -> isWithin(table, row.getKey(), request.getFrom()))
                .sorted((one, other) -> compare(table, one.getKey(), other.getKey()))
                .limit(request.getLimit())
                .forEach(row -> reply.addRows(row.getValue()));
        return Uni.createFrom().item(reply.build());
    }

    /** Either exactly there, or behind it. */
    private static boolean isWithin(Table table, List<Value> key, Bound from) {
        List<Value> bound = new ArrayList<>(key.subList(0, table.partitionColumns()));
        bound.addAll(from.getPrefixList());
        return from.getPrefixCount() == 0
                || (from.getInclusive()
                        ? key.subList(0, bound.size()).equals(bound)
                        : compare(table, key.subList(0, bound.size()), bound) > 0);
    }

    /** By what comes after the partition's key, in the table's order; ids are not negative. */
    private static int compare(Table table, List<Value> one, List<Value> other) {
        for (int place = table.partitionColumns(); place < one.size(); place++) {
            Value left = one.get(place);
            Value right = other.get(place);
            int order = left.hasTextValue()
                    ? left.getTextValue().compareTo(right.getTextValue())
                    : Long.compare(left.getLongValue(), right.getLongValue());
            if (order != 0) {
                return table.descending() ? -order : order;
            }
        }
        return 0;
    }

    @Override
    public synchronized Uni<WriteReply> write(WriteRequest request) {
        boolean applied = true;
        for (Mutation mutation : request.getMutationsList()) {
            switch (mutation.getChangeCase()) {
                case UPSERT -> applied &= upsert(mutation.getTable(), mutation.getUpsert());
                case DELETE ->
                    rows(mutation.getTable()).remove(mutation.getDelete().getKeyList());
                case DELETE_RANGE -> {
                    List<Value> partition = mutation.getDeleteRange().getPartitionList();
                    rows(mutation.getTable()).keySet().removeIf(key -> key.subList(0, partition.size())
                            .equals(partition));
                }
                case CHANGE_NOT_SET -> throw new UnsupportedOperationException(mutation.toString());
            }
        }
        return Uni.createFrom().item(WriteReply.newBuilder().setApplied(applied).build());
    }

    /** As the real one it refuses a condition on a write that only takes values away. */
    private boolean upsert(String name, Upsert upsert) {
        if (upsert.getIfCellsCount() > 0
                && upsert.getCellsList().stream()
                        .noneMatch(cell -> cell.getValue().getKindCase() != Value.KindCase.KIND_NOT_SET)) {
            throw new IllegalArgumentException("a conditional upsert must set a cell to a value");
        }
        Table table = Catalogue.table(name);
        Row before = rows(name).get(upsert.getKeyList());
        if (before != null && upsert.getIfAbsent()) {
            return false;
        }
        for (Cell cell : upsert.getIfCellsList()) {
            if (before == null || !before.getValues(cell.getColumn()).equals(cell.getValue())) {
                return false;
            }
        }
        List<Value> values = new ArrayList<>(upsert.getKeyList());
        while (values.size() < table.columns().size()) {
            values.add(before == null ? Value.getDefaultInstance() : before.getValues(values.size()));
        }
        upsert.getCellsList().forEach(cell -> values.set(cell.getColumn(), cell.getValue()));
        rows(name)
                .put(upsert.getKeyList(), Row.newBuilder().addAllValues(values).build());
        return true;
    }

    private Map<List<Value>, Row> rows(String table) {
        return tables.computeIfAbsent(table, name -> new LinkedHashMap<>());
    }
}
