package io.guildhall.storage.cassandra;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Finds batches whose writer ended before it had applied them all, and applies them. Any number of proxies may do this at once. A
 * record that did not become whole was never acknowledged: it is removed.
 */
public final class RedoRecovery {
    private static final Logger LOG = Logger.getLogger(RedoRecovery.class);
    private static final long MICROS_PER_MILLI = 1_000;

    private final Reader reader;
    private final RedoLog redo;
    private final Requests requests;
    private final Clock clock;
    private final Duration redoAfter;
    private final CassandraObserver observer;
    /** Hours before this one hold no record that is still to be applied. Only one sweep runs at a time. */
    private long firstHour = Long.MIN_VALUE;

    RedoRecovery(
            Reader reader,
            RedoLog redo,
            Requests requests,
            Clock clock,
            Duration redoAfter,
            CassandraObserver observer) {
        this.reader = reader;
        this.redo = redo;
        this.requests = requests;
        this.clock = clock;
        this.redoAfter = redoAfter;
        this.observer = observer;
    }

    /**
     * Applies every record that is old enough, one after the other; blocks meanwhile. The first sweep looks through the records'
     * whole lifetime, later ones only at the hours that can hold new ones. An interrupt ends it after the record at hand.
     *
     * @return how many were applied
     * @throws io.guildhall.storage.store.StoreException when the cluster does not answer; the next sweep goes on where this one was
     */
    public synchronized int sweep() {
        long end = (clock.millis() - redoAfter.toMillis()) * MICROS_PER_MILLI;
        long lastHour = PendingBatches.hour(end);
        long hour = Math.max(firstHour, lastHour - PendingBatches.LIFETIME.toHours());
        int applied = 0;
        for (; hour <= lastHour && !Thread.currentThread().isInterrupted(); hour++) {
            for (long slice = 0; slice < PendingBatches.SLICES; slice++) {
                applied += sweep(hour, slice, end);
            }
            // Another proxy's clock may be a little behind.
            firstHour = hour - 1;
        }
        return applied;
    }

    private int sweep(long hour, long slice, long end) {
        int applied = 0;
        Optional<RedoRecord> record =
                next(Read.from(PendingBatches.TABLE, hour, slice).before(end));
        while (record.isPresent() && !Thread.currentThread().isInterrupted()) {
            applied += redo(record.get()) ? 1 : 0;
            record = next(Read.from(PendingBatches.TABLE, hour, slice)
                    .after(record.get().writtenAt(), record.get().writer())
                    .before(end));
        }
        return applied;
    }

    private Optional<RedoRecord> next(Read read) {
        return rows(read.limit(1)).stream()
                .findFirst()
                .map(row -> new RedoRecord(
                        row.get(PendingBatches.HOUR),
                        row.get(PendingBatches.SLICE),
                        row.get(PendingBatches.WRITTEN_AT),
                        row.get(PendingBatches.WRITER)));
    }

    /** Whether it was whole. */
    private boolean redo(RedoRecord record) {
        List<RowView> pieces = rows(Read.from(PendingBatches.TABLE, record.hour(), record.slice())
                .startingAt(record.writtenAt(), record.writer())
                .endingAt(record.writtenAt(), record.writer()));
        boolean whole = !pieces.isEmpty() && pieces.getFirst().get(PendingBatches.PIECES, -1L) == pieces.size();
        if (whole) {
            WriteRequest request = request(pieces);
            BatchPlan plan = BatchPlan.of(BatchPlan.timed(request, request.getTimestamp()));
            redo.apply(plan, requests.deadline()).join();
            observer.redoRecovered();
            LOG.infof("Applied a batch of %d mutations that its writer had left", request.getMutationsCount());
        }
        redo.remove(record, requests.deadline()).join();
        return whole;
    }

    private static WriteRequest request(List<RowView> pieces) {
        ByteString data = ByteString.EMPTY;
        for (RowView piece : pieces) {
            data = data.concat(piece.get(PendingBatches.DATA));
        }
        try {
            return WriteRequest.parseFrom(data);
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("a record of a pending batch cannot be read", broken);
        }
    }

    private List<RowView> rows(Read read) {
        return reader.read(PendingBatches.TABLE, read.build()).join().getRowsList().stream()
                .map(row -> new RowView(PendingBatches.TABLE, row))
                .toList();
    }
}
