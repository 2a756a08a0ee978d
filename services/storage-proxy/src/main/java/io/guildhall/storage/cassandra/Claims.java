package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Writes rows where there are none. The cluster gives such a row its own time, so a claim is read back: what this store writes
 * later with its own clock is then really later, and a claim that fell behind a delete from a faster clock is made again.
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

    /** Whether the row is this one's. */
    CompletableFuture<Boolean> claim(Table table, Upsert upsert, Deadline deadline) {
        return claim(table, upsert, deadline, 0);
    }

    private CompletableFuture<Boolean> claim(Table table, Upsert upsert, Deadline deadline, int turn) {
        return requests.send(RequestKind.CLAIM, () -> binder.claim(table, upsert), deadline)
                .thenCompose(result -> {
                    OptionalInt column = writtenColumn(upsert);
                    if (!result.wasApplied() || column.isEmpty()) {
                        return CompletableFuture.completedFuture(result.wasApplied());
                    }
                    return writeTime(table, upsert, column.getAsInt(), deadline).thenCompose(time -> {
                        if (time.isPresent()) {
                            clock.passed(time.get());
                            return CompletableFuture.completedFuture(true);
                        }
                        long pause = FIRST_PAUSE_MILLIS << Math.min(turn, MAX_DOUBLINGS);
                        return CompletableFuture.supplyAsync(
                                        () -> claim(table, upsert, deadline, turn + 1),
                                        CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, threads))
                                .thenCompose(again -> again);
                    });
                });
    }

    private CompletableFuture<Optional<Long>> writeTime(Table table, Upsert upsert, int column, Deadline deadline) {
        Shape shape = new Shape.WriteTime(table.name(), column);
        return requests.send(
                        RequestKind.READ,
                        () -> statements.prepare(table, shape).thenApply(prepared -> new Binder(prepared)
                                .add(upsert.getKeyList())
                                .bind()),
                        deadline)
                .thenApply(Claims::firstNumber);
    }

    private static Optional<Long> firstNumber(AsyncResultSet result) {
        return Optional.ofNullable(result.one()).filter(row -> !row.isNull(0)).map(row -> row.getLong(0));
    }

    private static OptionalInt writtenColumn(Upsert upsert) {
        return upsert.getCellsList().stream()
                .filter(cell -> cell.getValue().getKindCase() != Value.KindCase.KIND_NOT_SET)
                .mapToInt(Cell::getColumn)
                .findFirst();
    }
}
