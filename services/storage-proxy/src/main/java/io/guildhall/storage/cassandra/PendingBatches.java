package io.guildhall.storage.cassandra;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/**
 * Batches that are applied in parts: each is here as a whole before its first part is written, and until its last part is. A
 * batch is a WriteRequest with its timestamp, cut into pieces. What is not applied within the lifetime, which is shorter than
 * clusters remember deletes, is forgotten: applied later it could bring deleted rows back.
 */
final class PendingBatches {
    /** Hours since 1970 in which the record was written, so that partitions stay small and empty ones are left behind. */
    static final Column<Long> HOUR = Column.ofLong("hour");

    static final Column<Long> SLICE = Column.ofLong("slice");
    /** Microseconds since 1970 on its writer's clock. */
    static final Column<Long> WRITTEN_AT = Column.ofLong("written_at");
    /** A number at random for each store, so that two never write the same record. */
    static final Column<Long> WRITER = Column.ofLong("writer");

    static final Column<Long> PIECE = Column.ofLong("piece");
    static final Column<Long> PIECES = Column.ofLong("pieces");
    static final Column<ByteString> DATA = Column.ofBlob("data");

    static final int SLICES = 4;
    static final Duration LIFETIME = Duration.ofDays(7);

    static final Table TABLE = Table.named("pending_batches")
            .partition(HOUR, SLICE)
            .ascending(WRITTEN_AT, WRITER, PIECE)
            .columns(PIECES, DATA)
            .timeToLive(LIFETIME)
            .access(Table.Access.TIME_SERIES)
            .build();

    private PendingBatches() {}

    static long hour(long micros) {
        return micros / Duration.ofHours(1).toMillis() / 1_000;
    }
}
