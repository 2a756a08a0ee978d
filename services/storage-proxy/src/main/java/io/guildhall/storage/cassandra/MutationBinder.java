package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.DeleteRange;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import io.guildhall.storage.cassandra.Shape.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes statements of mutations. */
final class MutationBinder {
    /** Twenty years: the longest lifetime that a cluster takes. */
    private static final int MAX_TTL = 630_720_000;

    private static final Bound OPEN = Bound.newBuilder().setInclusive(true).build();

    private final Statements statements;

    MutationBinder(Statements statements) {
        this.statements = statements;
    }

    /** Usually one statement; none for an empty range, several where a range's bounds part in several columns. */
    List<CompletableFuture<BoundStatement>> bind(Table table, Mutation mutation, long timestamp) {
        return switch (mutation.getChangeCase()) {
            case UPSERT -> List.of(upsert(table, mutation.getUpsert(), Optional.of(timestamp)));
            case DELETE -> {
                List<Value> key = mutation.getDelete().getKeyList();
                Slice row = Slice.row(key.subList(table.partitionColumns(), key.size()));
                yield List.of(delete(table, key.subList(0, table.partitionColumns()), row, timestamp));
            }
            case DELETE_RANGE -> deleteRange(table, mutation.getDeleteRange(), timestamp);
            case CHANGE_NOT_SET -> throw new IllegalArgumentException("a mutation has no change");
        };
    }

    /** Written only where there is no row, or where the row is as expected, at the time that the cluster gives it. */
    CompletableFuture<BoundStatement> claim(Table table, Upsert upsert) {
        return upsert.getIfCellsCount() > 0 ? swap(table, upsert) : upsert(table, upsert, Optional.empty());
    }

    private CompletableFuture<BoundStatement> swap(Table table, Upsert upsert) {
        Shape shape = new Shape.Swap(table.name(), columns(upsert.getCellsList()), columns(upsert.getIfCellsList()));
        return statements.prepare(table, shape).thenApply(prepared -> {
            Binder binder = new Binder(prepared).add(lifetime(table, upsert.getTtl()));
            upsert.getCellsList().forEach(cell -> binder.add(cell.getValue()));
            binder.add(upsert.getKeyList());
            upsert.getIfCellsList().forEach(cell -> binder.add(cell.getValue()));
            return binder.bind();
        });
    }

    private static List<Integer> columns(List<Cell> cells) {
        return cells.stream().map(Cell::getColumn).toList();
    }

    /** Some cells of a row at one time and for so many seconds, 0 for ever. */
    CompletableFuture<BoundStatement> insert(
            Table table, List<Value> key, List<Cell> cells, long timestamp, int seconds) {
        return insert(table, key, cells, Optional.of(timestamp), seconds);
    }

    private CompletableFuture<BoundStatement> upsert(Table table, Upsert upsert, Optional<Long> timestamp) {
        int seconds = lifetime(table, upsert.getTtl());
        return insert(table, upsert.getKeyList(), upsert.getCellsList(), timestamp, seconds);
    }

    private CompletableFuture<BoundStatement> insert(
            Table table, List<Value> key, List<Cell> cells, Optional<Long> timestamp, int seconds) {
        Shape shape = new Shape.Insert(table.name(), timestamp.isEmpty());
        return statements.prepare(table, shape).thenApply(prepared -> {
            Binder binder = new Binder(prepared).add(key);
            for (Cell cell : cells) {
                binder.at(cell.getColumn()).add(cell.getValue());
            }
            binder.at(table.columns().size());
            timestamp.ifPresent(micros -> binder.add(micros.longValue()));
            return binder.add(seconds).bind();
        });
    }

    /** Seconds, always said: 0 is for ever, whatever the table's own lifetime is. */
    static int lifetime(Table table, int ttl) {
        if (ttl != 0) {
            return (int) Math.min(Integer.toUnsignedLong(ttl), MAX_TTL);
        }
        return table.timeToLive().map(time -> (int) time.toSeconds()).orElse(0);
    }

    private List<CompletableFuture<BoundStatement>> deleteRange(Table table, DeleteRange range, long timestamp) {
        List<CompletableFuture<BoundStatement>> deletes = new ArrayList<>();
        for (Slice slice : slices(table, range)) {
            deletes.add(delete(table, range.getPartitionList(), slice, timestamp));
        }
        return deletes;
    }

    static List<Slice> slices(Table table, DeleteRange range) {
        Bound from = range.hasFrom() ? range.getFrom() : OPEN;
        Bound to = range.hasTo() ? range.getTo() : OPEN;
        return Slice.between(table, from, to);
    }

    private CompletableFuture<BoundStatement> delete(Table table, List<Value> partition, Slice slice, long timestamp) {
        Shape shape = new Shape.Delete(table.name(), slice.equal().size(), end(slice.from()), end(slice.to()));
        return statements.prepare(table, shape).thenApply(prepared -> {
            Binder binder = new Binder(prepared).add(timestamp).add(partition).add(slice.equal());
            slice.from().ifPresent(edge -> binder.add(edge.value()));
            slice.to().ifPresent(edge -> binder.add(edge.value()));
            return binder.bind();
        });
    }

    private static End end(Optional<Slice.Edge> edge) {
        return edge.map(closed -> End.of(closed.inclusive())).orElse(End.OPEN);
    }
}
