package io.guildhall.storage.cassandra;

import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.observability.process.Guard;
import io.guildhall.storage.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Finds batches whose writer ended before it had applied them all, and applies them. Any number of proxies may do this at once. A
 * record that did not become whole was never acknowledged: it is removed.
 */
public final class RedoRecovery {
    private static final Logger LOG = Logger.getLogger(RedoRecovery.class);
    private static final long MICROS_PER_MILLI = 1_000;

    private final Records records;
    private final Clock clock;
    private final Duration redoAfter;
    private final CassandraObserver observer;
    /** Hours before this one hold no record that is still to be applied. Only one sweep runs at a time. */
    private long firstHour = Long.MIN_VALUE;

    /** The records of batches that are not known to be applied. Everything blocks. */
    interface Records {
        /** The first of an hour's slice that was written before a time, in microseconds, and after another record. */
        Optional<RedoRecord> next(long hour, long slice, Optional<RedoRecord> after, long before);

        /** Empty when the record did not become whole. */
        Optional<WriteRequest> batch(RedoRecord record);

        void apply(WriteRequest batch);

        void remove(RedoRecord record);
    }

    RedoRecovery(Records records, Clock clock, Duration redoAfter, CassandraObserver observer) {
        this.records = records;
        this.clock = clock;
        this.redoAfter = redoAfter;
        this.observer = observer;
    }

    /**
     * Applies every record that is old enough, one after the other; blocks meanwhile. The first sweep looks through the records'
     * whole lifetime, later ones only at the hours that can hold new ones. An interrupt ends it after the record at hand. A record that can't be
     * read or applied stays and is tried again by the next sweep; those after it do not wait for that.
     *
     * @return how many were applied
     * @throws StoreException when the cluster does not answer; the next sweep goes on where this one was
     */
    public synchronized int sweep() {
        long end = (clock.millis() - redoAfter.toMillis()) * MICROS_PER_MILLI;
        long lastHour = PendingBatches.hour(end);
        long hour = Math.max(firstHour, lastHour - PendingBatches.LIFETIME.toHours());
        int applied = 0;
        long left = Long.MAX_VALUE;
        for (; hour <= lastHour && !Thread.currentThread().isInterrupted(); hour++) {
            for (long slice = 0; slice < PendingBatches.SLICES; slice++) {
                Swept swept = sweep(hour, slice, end);
                applied += swept.applied();
                left = swept.left() ? Math.min(left, hour) : left;
            }
            // Another proxy's clock may be a little behind.
            firstHour = Math.min(left, hour - 1);
        }
        return applied;
    }

    /** @param left whether something is left that could not be applied */
    private record Swept(int applied, boolean left) {}

    private Swept sweep(long hour, long slice, long end) {
        int applied = 0;
        boolean left = false;
        Optional<RedoRecord> record = records.next(hour, slice, Optional.empty(), end);
        while (record.isPresent() && !Thread.currentThread().isInterrupted()) {
            try {
                applied += redo(record.get()) ? 1 : 0;
            } catch (Throwable failure) {
                Guard.PROCESS.check(failure);
                requireAnswers(failure);
                left = true;
                LOG.errorf(failure, "A batch that its writer had left can't be applied: %s", record.get());
            }
            record = records.next(hour, slice, record, end);
        }
        return new Swept(applied, left);
    }

    /** When the cluster does not answer nothing else can be done either. */
    private static void requireAnswers(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException unanswered) {
                throw unanswered;
            }
        }
    }

    /** Whether it was whole. */
    private boolean redo(RedoRecord record) {
        Optional<WriteRequest> batch = records.batch(record);
        if (batch.isPresent()) {
            records.apply(batch.get());
            observer.redoRecovered();
            LOG.infof(
                    "Applied a batch of %d mutations that its writer had left",
                    batch.get().getMutationsCount());
        }
        records.remove(record);
        return batch.isPresent();
    }
}
