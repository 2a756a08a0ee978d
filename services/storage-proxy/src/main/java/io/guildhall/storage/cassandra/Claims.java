package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import io.guildhall.observability.process.Later;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Writes rows where there are none, and changes rows that are as expected. The cluster gives such a write its own time, so it is read back:
 * what this store writes later with its own clock is then really later, and a claim that fell behind a write or delete from a faster
 * clock, and so changed nothing that anybody sees, is made again.
 */
final class Claims {
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final int MAX_DOUBLINGS = 6;

    private final Requests requests;
    private final Statements statements;
    private final MutationBinder binder;
    private final WriteClock clock;
    private final Executor threads;

    Claims(Requests requests, Statements statements, MutationBinder binder, WriteClock clock, Executor threads) {
        this.requests = requests;
        this.statements = statements;
        this.binder = binder;
        this.clock = clock;
        this.threads = threads;
    }

    /** One cell as it stands after a claim, and when it was written. */
    private record Found(Value value, Optional<Long> writtenAt) {}

    static boolean isClaim(Upsert upsert) {
        return upsert.getIfAbsent() || upsert.getIfCellsCount() > 0;
    }

    /** Whether the row is this one's. */
    CompletableFuture<Boolean> claim(Table table, Upsert upsert, Deadline deadline) {
        return claim(table, upsert, deadline, 0);
    }

    private CompletableFuture<Boolean> claim(Table table, Upsert upsert, Deadline deadline, int turn) {
        return requests.send(RequestKind.CLAIM, () -> binder.claim(table, upsert), deadline)
                .thenCompose(result -> {
                    Optional<Cell> cell = writtenCell(upsert);
                    if (!result.wasApplied() || cell.isEmpty()) {
                        return CompletableFuture.completedFuture(result.wasApplied());
                    }
                    return find(table, upsert, cell.get().getColumn(), deadline).thenCompose(found -> {
                        if (isSeen(found.value(), cell.get(), upsert.getIfCellsList())) {
                            found.writtenAt().ifPresent(clock::passed);
                            return CompletableFuture.completedFuture(true);
                        }
                        long pause = FIRST_PAUSE_MILLIS << Math.min(turn, MAX_DOUBLINGS);
                        return CompletableFuture.supplyAsync(
                                        () -> claim(table, upsert, deadline, turn + 1),
                                        Later.by(threads, Duration.ofMillis(pause)))
                                .thenCompose(again -> again);
                    });
                });
    }

    /** Whether the cell is as claimed, or as somebody left it who wrote after that; not as it was before. */
    private static boolean isSeen(Value found, Cell written, List<Cell> before) {
        if (found.equals(written.getValue())) {
            return true;
        }
        boolean unchanged = before.stream()
                .anyMatch(cell -> cell.getColumn() == written.getColumn()
                        && cell.getValue().equals(found));
        return !unchanged && found.getKindCase() != Value.KindCase.KIND_NOT_SET;
    }

    private CompletableFuture<Found> find(Table table, Upsert upsert, int column, Deadline deadline) {
        Shape shape = new Shape.WriteTimes(table.name(), column);
        return requests.send(
                        RequestKind.READ,
                        () -> statements.prepare(table, shape).thenApply(prepared -> new Binder(prepared)
                                .add(upsert.getKeyList())
                                .bind()),
                        deadline)
                .thenApply(result -> found(table, column, result));
    }

    private static Found found(Table table, int column, AsyncResultSet result) {
        Row row = result.one();
        if (row == null) {
            return new Found(Value.getDefaultInstance(), Optional.empty());
        }
        int time = 1 + column - table.keyColumns();
        Value value = Values.decode(table.columns().get(column).type(), row.getBytesUnsafe(0));
        return new Found(value, row.isNull(time) ? Optional.empty() : Optional.of(row.getLong(time)));
    }

    private static Optional<Cell> writtenCell(Upsert upsert) {
        return upsert.getCellsList().stream()
                .filter(cell -> cell.getValue().getKindCase() != Value.KindCase.KIND_NOT_SET)
                .findFirst();
    }
}
