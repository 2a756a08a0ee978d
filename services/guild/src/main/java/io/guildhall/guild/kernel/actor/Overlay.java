package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.DeleteRange;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A read of the store with mutations of the same partition done over it that the store may not have yet.
 *
 * <p>The store's rows tell of the stretch that they cover: all that was asked for when there are fewer than the limit, else up to the
 * last of them. Mutations count within that stretch only. When deletions leave too few rows of it, the next stretch is read.
 */
final class Overlay {
    private final Table table;
    private final Clustering clustering;
    private final Comparator<List<Value>> order;
    private final List<Mutation> mutations;

    /** @param mutations of the partition that is read, in the order of their writes */
    Overlay(Table table, boolean reverse, List<Mutation> mutations) {
        this.table = table;
        this.clustering = new Clustering(table);
        this.order = reverse ? clustering.reversed() : clustering;
        this.mutations = mutations;
    }

    /** The rows that the request asks for, as they will be once all mutations are written. */
    List<RowView> read(ReadRequest request, Function<ReadRequest, List<RowView>> store) {
        List<RowView> rows = new ArrayList<>();
        ReadRequest stretch = request;
        while (true) {
            List<RowView> stored = store.apply(stretch);
            boolean whole = stored.size() < stretch.getLimit();
            if (!whole) {
                stretch = upTo(stretch, clustering.of(stored.getLast().row().getValuesList()));
            }
            rows.addAll(over(stored, stretch));
            if (rows.size() >= request.getLimit()) {
                return rows.subList(0, request.getLimit());
            }
            if (whole || table.clusteringColumns() == 0) {
                return rows;
            }
            stretch = behind(request, clustering.of(stored.getLast().row().getValuesList()));
        }
    }

    private List<RowView> over(List<RowView> stored, ReadRequest stretch) {
        TreeMap<List<Value>, List<Value>> rows = new TreeMap<>(order);
        for (RowView row : stored) {
            List<Value> values = row.row().getValuesList();
            rows.put(clustering.of(values), values);
        }
        mutations.forEach(mutation -> apply(mutation, rows, stretch));
        return rows.values().stream()
                .map(values ->
                        new RowView(table, Row.newBuilder().addAllValues(values).build()))
                .filter(this::whole)
                .toList();
    }

    /** Cells that were written after their row was deleted make no row. */
    private boolean whole(RowView row) {
        return table.required().isEmpty() || row.has(table.required().get());
    }

    private void apply(Mutation mutation, TreeMap<List<Value>, List<Value>> rows, ReadRequest stretch) {
        switch (mutation.getChangeCase()) {
            case UPSERT -> {
                if (covers(stretch, clustering.of(mutation.getUpsert().getKeyList()))) {
                    upsert(mutation.getUpsert(), rows);
                }
            }
            case DELETE -> rows.remove(clustering.of(mutation.getDelete().getKeyList()));
            case DELETE_RANGE -> rows.keySet().removeIf(key -> covers(mutation.getDeleteRange(), key));
            case CHANGE_NOT_SET -> throw new IllegalArgumentException("a mutation has no change");
        }
    }

    private void upsert(Upsert upsert, TreeMap<List<Value>, List<Value>> rows) {
        List<Value> before = rows.get(clustering.of(upsert.getKeyList()));
        List<Value> values = new ArrayList<>(before == null ? upsert.getKeyList() : before);
        while (values.size() < table.columns().size()) {
            values.add(Value.getDefaultInstance());
        }
        for (Cell cell : upsert.getCellsList()) {
            values.set(cell.getColumn(), cell.getValue());
        }
        rows.put(clustering.of(values), values);
    }

    private boolean covers(ReadRequest stretch, List<Value> key) {
        return !(stretch.hasFrom() && clustering.startsAfter(stretch.getFrom(), key))
                && !(stretch.hasTo() && clustering.endsBefore(stretch.getTo(), key));
    }

    private boolean covers(DeleteRange range, List<Value> key) {
        return !(range.hasFrom() && clustering.startsAfter(range.getFrom(), key))
                && !(range.hasTo() && clustering.endsBefore(range.getTo(), key));
    }

    private static ReadRequest upTo(ReadRequest request, List<Value> last) {
        Bound bound = bound(last, true);
        return request.getReverse()
                ? request.toBuilder().setFrom(bound).build()
                : request.toBuilder().setTo(bound).build();
    }

    private static ReadRequest behind(ReadRequest request, List<Value> last) {
        Bound bound = bound(last, false);
        return request.getReverse()
                ? request.toBuilder().setTo(bound).build()
                : request.toBuilder().setFrom(bound).build();
    }

    private static Bound bound(List<Value> key, boolean inclusive) {
        return Bound.newBuilder().addAllPrefix(key).setInclusive(inclusive).build();
    }
}
