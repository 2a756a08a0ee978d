package io.guildhall.tests.bench.storage;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.ColumnType;
import io.guildhall.model.table.catalogue.Messages;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The driver alone, as a service without a storage proxy would use it. */
final class DirectTarget implements Target {
    private final CqlSession session;
    private final PreparedStatement read;
    private final PreparedStatement write;

    DirectTarget(InetSocketAddress node, String keyspace) {
        session = CqlSession.builder()
                .addContactPoint(node)
                .withLocalDatacenter("datacenter1")
                .withKeyspace(keyspace)
                .build();
        read = session.prepare("SELECT "
                + Messages.TABLE.columns().stream().map(Column::name).collect(Collectors.joining(", "))
                + " FROM messages WHERE channel_id = ? AND bucket = ? LIMIT ?");
        String columns = Stream.concat(
                        Stream.of("channel_id", "bucket", "message_id"),
                        Sample.CELLS.keySet().stream().map(column -> column.name()))
                .collect(Collectors.joining(", "));
        write = session.prepare(
                "INSERT INTO messages (" + columns + ") VALUES (?, ?, ?" + ", ?".repeat(Sample.CELLS.size()) + ")");
    }

    @Override
    public CompletionStage<Integer> page(long channel) {
        return session.executeAsync(read.bind(channel, Sample.BUCKET, Sample.PAGE)
                        .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM))
                // Not on the driver's own thread, where all answers would wait for each other.
                .thenApplyAsync(DirectTarget::decode);
    }

    @Override
    public CompletionStage<?> write(long channel, long message) {
        BoundStatementBuilder bound = write.boundStatementBuilder()
                .setLong(0, channel)
                .setLong(1, Sample.BUCKET)
                .setLong(2, message)
                .setConsistencyLevel(DefaultConsistencyLevel.LOCAL_QUORUM);
        int index = 3;
        for (Object cell : Sample.CELLS.values()) {
            Object value = cell instanceof ByteString json ? json.toStringUtf8() : cell;
            bound = bound.set(
                    index,
                    value,
                    session.getContext()
                            .getCodecRegistry()
                            .codecFor(write.getVariableDefinitions().get(index).getType(), value));
            index++;
        }
        return session.executeAsync(bound.build());
    }

    /** How often the cluster's only node was asked for rows of the table by clients. */
    long readsOf(String table) {
        Row row = session.execute(
                        "SELECT count FROM system_views.coordinator_read_latency WHERE keyspace_name = ? AND table_name = ?",
                        session.getKeyspace().orElseThrow().asInternal(),
                        table)
                .one();
        return row == null ? 0 : row.getLong(0);
    }

    private static int decode(AsyncResultSet result) {
        int rows = 0;
        for (Row row : result.currentPage()) {
            List<Column<?>> columns = Messages.TABLE.columns();
            for (int index = 0; index < columns.size(); index++) {
                if (!row.isNull(index)) {
                    decode(row, index, columns.get(index).type());
                }
            }
            rows++;
        }
        return rows;
    }

    private static Object decode(Row row, int index, ColumnType type) {
        return switch (type) {
            case LONG -> row.getLong(index);
            case TEXT -> row.getString(index);
            case BLOB -> row.getByteBuffer(index);
            case BOOLEAN -> row.getBoolean(index);
            case DOUBLE -> row.getDouble(index);
            case LONG_LIST -> row.getList(index, Long.class);
        };
    }

    @Override
    public void close() {
        session.close();
    }
}
