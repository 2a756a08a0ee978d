package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.guildhall.model.table.Table;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The prepared statement of each shape, prepared when it is first needed. */
final class Statements {
    /**
     * Reads, writes and deletes of the whole catalogue have fewer shapes than this. Scans of ever other columns could have more:
     * what goes beyond is prepared anew each time, and then found in the driver's own cache.
     */
    private static final int MAX_SHAPES = 4_096;

    private final CqlSession session;
    private final String keyspace;
    private final Map<Shape, CompletableFuture<PreparedStatement>> prepared = new ConcurrentHashMap<>();

    Statements(CqlSession session, String keyspace) {
        this.session = session;
        this.keyspace = keyspace;
    }

    CompletableFuture<PreparedStatement> prepare(Table table, Shape shape) {
        CompletableFuture<PreparedStatement> known = prepared.get(shape);
        if (known != null) {
            return known;
        }
        CompletableFuture<PreparedStatement> mine =
                session.prepareAsync(shape.cql(table, keyspace)).toCompletableFuture();
        if (prepared.size() < MAX_SHAPES) {
            prepared.put(shape, mine);
            // A failure is not kept: the next request tries again.
            mine.whenComplete((statement, failure) -> {
                if (failure != null) {
                    prepared.remove(shape, mine);
                }
            });
        }
        return mine;
    }
}
