package io.guildhall.storage.bench;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScanRange;
import io.guildhall.storage.scan.ScannedCell;
import io.guildhall.storage.scan.ScannedRow;
import io.guildhall.storage.scan.Scanner;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Copies messages with the driver and nothing else. */
final class PlainCopy {
    private static final int UNDER_WAY = 256;
    private static final int PAGE_ROWS = 1_000;

    private final CqlSession session;
    private final PreparedStatement insert;

    PlainCopy(CqlSession session, String keyspace) {
        this.session = session;
        List<String> names = Messages.TABLE.columns().stream()
                .map(column -> "\"" + column.name() + "\"")
                .toList();
        this.insert = session.prepare("INSERT INTO " + keyspace + ".messages (" + String.join(", ", names)
                + ") VALUES (" + names.stream().map(name -> "?").collect(Collectors.joining(", ")) + ")");
    }

    void copy(Scanner source) throws Exception {
        Semaphore room = new Semaphore(UNDER_WAY);
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Set<Column<?>> columns = Set.copyOf(Messages.TABLE
                .columns()
                .subList(Messages.TABLE.keyColumns(), Messages.TABLE.columns().size()));
        for (ScanRange range : source.ranges(Messages.TABLE, 1)) {
            Optional<ByteString> position = Optional.empty();
            do {
                ScanPage page = source.scan(Messages.TABLE, range, position, columns, PAGE_ROWS)
                        .join();
                for (ScannedRow row : page.rows()) {
                    room.acquire();
                    session.executeAsync(bind(row).build()).whenComplete((result, failure) -> {
                        if (failure != null) {
                            failed.set(failure);
                        }
                        room.release();
                    });
                }
                position = page.next();
            } while (position.isPresent());
        }
        room.acquire(UNDER_WAY);
        if (failed.get() != null) {
            throw new IllegalStateException(failed.get());
        }
    }

    private BoundStatementBuilder bind(ScannedRow row) {
        BoundStatementBuilder bound = insert.boundStatementBuilder();
        for (int index = 0; index < row.key().size(); index++) {
            bound = set(bound, index, row.key().get(index));
        }
        for (ScannedCell cell : row.cells()) {
            bound = set(bound, cell.column(), cell.value());
        }
        return bound;
    }

    private static BoundStatementBuilder set(BoundStatementBuilder bound, int column, Value value) {
        return switch (value.getKindCase()) {
            case LONG_VALUE -> bound.setLong(column, value.getLongValue());
            case TEXT_VALUE -> bound.setString(column, value.getTextValue());
            case BLOB_VALUE -> bound.setByteBuffer(column, value.getBlobValue().asReadOnlyByteBuffer());
            case BOOLEAN_VALUE -> bound.setBoolean(column, value.getBooleanValue());
            case DOUBLE_VALUE -> bound.setDouble(column, value.getDoubleValue());
            case LONG_LIST -> bound.setList(column, value.getLongList().getValuesList(), Long.class);
            case KIND_NOT_SET -> bound.setToNull(column);
        };
    }
}
