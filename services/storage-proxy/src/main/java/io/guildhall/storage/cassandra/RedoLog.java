package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchType;
import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Write;
import io.guildhall.storage.cassandra.BatchPlan.Timed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** Writes batches that are too large for one request: recorded as a whole, applied in parts, then the record removed. */
final class RedoLog {
    /** Of the batch in one row of its record. */
    static final int PIECE_BYTES = 256 << 10;

    /** Of a batch in one request when it is applied. */
    private static final int PART_BYTES = 64 << 10;

    private final BatchSender sender;
    private final WriteClock clock;
    private final CassandraObserver observer;
    private final long writer = ThreadLocalRandom.current().nextLong();

    RedoLog(BatchSender sender, WriteClock clock, CassandraObserver observer) {
        this.sender = sender;
        this.clock = clock;
        this.observer = observer;
    }

    /**
     * Complete when every part is written. When it fails, the batch is applied later or, where its record did not become whole,
     * not at all.
     */
    CompletableFuture<Void> write(WriteRequest request, BatchPlan plan, Deadline deadline) {
        return record(request, deadline)
                .thenCompose(record -> apply(plan, deadline).whenComplete((done, failure) -> {
                    if (failure == null) {
                        // Nobody waits for this: a record that stays is applied once more, which changes nothing.
                        remove(record, deadline);
                    }
                }));
    }

    /** Makes the record. */
    CompletableFuture<RedoRecord> record(WriteRequest request, Deadline deadline) {
        observer.redoWritten();
        long writtenAt = clock.reserve(1);
        RedoRecord record = new RedoRecord(
                PendingBatches.hour(writtenAt), Math.floorMod(writtenAt, PendingBatches.SLICES), writtenAt, writer);
        ByteString data = request.toByteString();
        int pieces = (data.size() + PIECE_BYTES - 1) / PIECE_BYTES;
        List<Timed> rows = new ArrayList<>();
        for (int piece = 0; piece < pieces; piece++) {
            ByteString part = data.substring(piece * PIECE_BYTES, Math.min(data.size(), (piece + 1) * PIECE_BYTES));
            rows.add(new Timed(
                    PendingBatches.TABLE,
                    Write.to(PendingBatches.TABLE, record.key(piece))
                            .set(PendingBatches.PIECES, (long) pieces)
                            .set(PendingBatches.DATA, part)
                            .build(),
                    writtenAt));
        }
        return sender.sendInParts(List.of(rows), PIECE_BYTES, deadline).thenApply(done -> record);
    }

    /** Writes every mutation at its own time; any number of times, by anybody. */
    CompletableFuture<Void> apply(BatchPlan plan, Deadline deadline) {
        return sender.sendInParts(plan.partitions(), PART_BYTES, deadline);
    }

    CompletableFuture<Void> remove(RedoRecord record, Deadline deadline) {
        Timed delete = new Timed(
                PendingBatches.TABLE,
                Write.deletePrefix(
                        PendingBatches.TABLE,
                        new Object[] {record.hour(), record.slice()},
                        record.writtenAt(),
                        record.writer()),
                clock.reserve(1));
        return sender.send(BatchType.UNLOGGED, List.of(delete), deadline);
    }
}
