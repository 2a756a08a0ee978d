package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import io.guildhall.storage.scan.Importer;
import io.guildhall.storage.scan.ScannedCell;
import io.guildhall.storage.scan.ScannedRow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Writes rows with the times of their cells, those of one partition together. */
final class CassandraImporter implements Importer {
    private static final int LANES = 32;
    private static final int BATCH_BYTES = 32 << 10;
    private static final int INSERT_BYTES = 64;
    private static final long MILLIS = 1_000;

    private final Requests requests;
    private final MutationBinder binder;
    private final Clock clock;

    CassandraImporter(Requests requests, MutationBinder binder, Clock clock) {
        this.requests = requests;
        this.binder = binder;
        this.clock = clock;
    }

    /** Cells of one row that were written at the same time for the same lifetime: one statement. */
    private record Insert(Table table, List<Value> key, List<Cell> cells, long timestamp, int seconds) {
        int bytes() {
            return INSERT_BYTES
                    + cells.stream().mapToInt(Cell::getSerializedSize).sum();
        }
    }

    private record Lifetime(long timestamp, int seconds) {}

    @Override
    public CompletableFuture<Void> put(Table table, List<ScannedRow> rows, long defaultTime) {
        Map<List<Value>, List<Insert>> partitions = new LinkedHashMap<>();
        for (ScannedRow row : rows) {
            partitions
                    .computeIfAbsent(row.key().subList(0, table.partitionColumns()), ignored -> new ArrayList<>())
                    .addAll(inserts(table, row, defaultTime));
        }
        List<List<Insert>> batches = partitions.values().stream()
                .flatMap(inserts -> batches(inserts).stream())
                .toList();
        // Every batch has its own deadline: how long the whole takes depends on how much it is.
        return FewAtOnce.run(
                LANES, batches, batch -> requests.send(RequestKind.WRITE, () -> statement(batch), requests.deadline()));
    }

    private List<Insert> inserts(Table table, ScannedRow row, long defaultTime) {
        if (row.cells().isEmpty()) {
            return List.of(new Insert(table, row.key(), List.of(), defaultTime, MutationBinder.lifetime(table, 0)));
        }
        Map<Lifetime, List<Cell>> lifetimes = new LinkedHashMap<>();
        long now = clock.millis();
        for (ScannedCell cell : row.cells()) {
            if (cell.expiresAt() == 0 || cell.expiresAt() > now) {
                long timestamp = cell.writtenAt() == 0 ? defaultTime : cell.writtenAt();
                lifetimes
                        .computeIfAbsent(new Lifetime(timestamp, seconds(cell, now)), ignored -> new ArrayList<>())
                        .add(Cell.newBuilder()
                                .setColumn(cell.column())
                                .setValue(cell.value())
                                .build());
            }
        }
        return lifetimes.entrySet().stream()
                .map(group -> new Insert(
                        table,
                        row.key(),
                        group.getValue(),
                        group.getKey().timestamp(),
                        group.getKey().seconds()))
                .toList();
    }

    private static int seconds(ScannedCell cell, long now) {
        return cell.expiresAt() == 0 ? 0 : Math.toIntExact((cell.expiresAt() - now + MILLIS - 1) / MILLIS);
    }

    private static List<List<Insert>> batches(List<Insert> inserts) {
        List<List<Insert>> batches = new ArrayList<>();
        int room = 0;
        for (Insert insert : inserts) {
            if (batches.isEmpty() || insert.bytes() > room) {
                batches.add(new ArrayList<>());
                room = BATCH_BYTES;
            }
            batches.getLast().add(insert);
            room -= insert.bytes();
        }
        return batches;
    }

    private CompletableFuture<Statement<?>> statement(List<Insert> inserts) {
        List<CompletableFuture<BoundStatement>> bound = inserts.stream()
                .map(insert -> binder.insert(
                        insert.table(), insert.key(), insert.cells(), insert.timestamp(), insert.seconds()))
                .toList();
        return CompletableFuture.allOf(bound.toArray(CompletableFuture[]::new)).thenApply(ready -> {
            List<BoundStatement> statements =
                    bound.stream().map(CompletableFuture::join).toList();
            return statements.size() == 1
                    ? statements.getFirst()
                    : BatchStatement.newInstance(BatchType.UNLOGGED, List.copyOf(statements));
        });
    }
}
