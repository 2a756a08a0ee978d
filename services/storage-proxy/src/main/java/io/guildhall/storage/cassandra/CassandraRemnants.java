package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.guildhall.model.rpc.DeleteRow;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import io.guildhall.storage.remnant.RemnantRemover;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Removes a remnant by a delete at the time of its own newest cell. Whatever was written later is newer than the delete and
 * stays, in whichever order the two come to a node.
 *
 * <p>A remnant may have no cell at all: an edit that only empties cells leaves nothing but the row's own mark, whose time
 * nobody can ask for. It is deleted as of {@link #SETTLED} ago, and so goes once it is as old as that.
 */
final class CassandraRemnants implements RemnantRemover {
    /** Far more than clocks differ and writes take. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private final Requests requests;
    private final Statements statements;
    private final MutationBinder binder;
    private final Clock clock;

    CassandraRemnants(Requests requests, Statements statements, MutationBinder binder, Clock clock) {
        this.requests = requests;
        this.statements = statements;
        this.binder = binder;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Boolean> remove(Table table, List<Value> key) {
        Deadline deadline = requests.deadline();
        int required = table.indexOf(table.required().orElseThrow());
        return requests.send(RequestKind.READ, () -> writeTimes(table, required, key), deadline)
                .thenCompose(found -> {
                    Row row = found.one();
                    return row == null || !row.isNull(0)
                            ? CompletableFuture.completedFuture(false)
                            : delete(table, key, newest(table, row).orElseGet(this::settled), deadline);
                });
    }

    private CompletableFuture<Boolean> delete(Table table, List<Value> key, long timestamp, Deadline deadline) {
        Mutation delete = Mutation.newBuilder()
                .setTable(table.name())
                .setDelete(DeleteRow.newBuilder().addAllKey(key))
                .build();
        return requests.send(
                        RequestKind.WRITE,
                        () -> binder.bind(table, delete, timestamp).getFirst(),
                        deadline)
                .thenApply(done -> true);
    }

    private CompletableFuture<BoundStatement> writeTimes(Table table, int required, List<Value> key) {
        return statements
                .prepare(table, new Shape.WriteTimes(table.name(), required))
                .thenApply(prepared -> new Binder(prepared).add(key).bind());
    }

    private static OptionalLong newest(Table table, Row row) {
        return IntStream.rangeClosed(1, table.columns().size() - table.keyColumns())
                .filter(index -> !row.isNull(index))
                .mapToLong(row::getLong)
                .max();
    }

    private long settled() {
        return TimeUnit.MILLISECONDS.toMicros(clock.millis() - SETTLED.toMillis());
    }
}
