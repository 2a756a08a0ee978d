package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScanRange;
import io.guildhall.storage.scan.ScannedCell;
import io.guildhall.storage.scan.ScannedRow;
import io.guildhall.storage.scan.Scanner;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Reads tables by ranges of tokens. A position is the cluster's own paging state. */
final class CassandraScanner implements Scanner {
    private static final long MILLIS = 1_000;

    private final CqlSession session;
    private final Requests requests;
    private final Statements statements;
    private final Clock clock;

    CassandraScanner(CqlSession session, Requests requests, Statements statements, Clock clock) {
        this.session = session;
        this.requests = requests;
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public List<ScanRange> ranges(Table table, int wanted) {
        return TokenRange.split(wanted).stream().map(TokenRange::toScanRange).toList();
    }

    /** The partition's token. Without the driver's map of tokens, the whole ring. */
    ScanRange partition(List<Value> key) {
        ByteBuffer[] parts = key.stream().map(Values::encode).toArray(ByteBuffer[]::new);
        return session.getMetadata()
                .getTokenMap()
                .map(map -> Long.parseLong(map.format(map.newToken(parts))))
                .map(token -> new TokenRange(token, token))
                .orElseGet(() -> TokenRange.split(1).getFirst())
                .toScanRange();
    }

    @Override
    public CompletableFuture<ScanPage> scan(
            Table table, ScanRange range, Optional<ByteString> position, Set<Column<?>> columns, int limit) {
        List<Integer> wanted =
                columns.stream().map(table::indexOf).sorted().distinct().toList();
        TokenRange tokens = TokenRange.of(range);
        Shape shape = new Shape.Scan(table.name(), Set.copyOf(wanted));
        return requests.send(
                        RequestKind.SCAN,
                        () -> statements.prepare(table, shape).thenApply(prepared -> {
                            BoundStatement bound = new Binder(prepared)
                                    .add(tokens.first())
                                    .add(tokens.last())
                                    .bind()
                                    .setPageSize(limit)
                                    .setPagingState(position.map(ByteString::asReadOnlyByteBuffer)
                                            .orElse(null));
                            return route(bound, tokens);
                        }),
                        requests.deadline())
                .thenApply(result -> page(table, wanted, result));
    }

    /** To a node that holds the end of the range, and as a rule the rest of it. */
    private BoundStatement route(BoundStatement statement, TokenRange tokens) {
        return session.getMetadata()
                .getTokenMap()
                .map(map -> statement.setRoutingToken(map.parse(Long.toString(tokens.last()))))
                .orElse(statement);
    }

    private ScanPage page(Table table, List<Integer> columns, AsyncResultSet result) {
        long now = clock.millis();
        List<ScannedRow> rows = new ArrayList<>();
        for (Row row : result.currentPage()) {
            rows.add(row(table, columns, row, now));
        }
        return new ScanPage(
                rows,
                result.hasMorePages()
                        ? Optional.of(
                                ByteString.copyFrom(result.getExecutionInfo().getPagingState()))
                        : Optional.empty());
    }

    private static ScannedRow row(Table table, List<Integer> columns, Row row, long now) {
        List<Value> key = new ArrayList<>(table.keyColumns());
        int next = 0;
        while (next < table.keyColumns()) {
            key.add(Values.decode(table.columns().get(next).type(), row.getBytesUnsafe(next)));
            next++;
        }
        List<ScannedCell> cells = new ArrayList<>(columns.size());
        for (int column : columns) {
            if (!row.isNull(next)) {
                Value value = Values.decode(table.columns().get(column).type(), row.getBytesUnsafe(next));
                long expiresAt = row.isNull(next + 2) ? 0 : now + row.getInt(next + 2) * MILLIS;
                cells.add(new ScannedCell(column, value, row.getLong(next + 1), expiresAt));
            }
            next += 3;
        }
        return new ScannedRow(key, cells);
    }
}
