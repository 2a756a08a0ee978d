package io.guildhall.storage.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.store.StoreException;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RedoRecoveryTest {
    private static final long HOUR_MICROS = Duration.ofHours(1).toMillis() * 1_000;

    private final ManualClock clock = new ManualClock();
    private final FakeRecords records = new FakeRecords();
    private final RedoRecovery recovery =
            new RedoRecovery(records, clock, Duration.ofMinutes(1), CassandraObserver.NONE);

    @Test
    void whateverOneBatchThrowsThoseAfterItAreAppliedAndItIsTriedAgain() {
        long first = leave(0);
        long failing = leave(PendingBatches.SLICES);
        long behind = leave(2 * PendingBatches.SLICES);
        long later = leave(HOUR_MICROS);
        records.failing = failing;
        records.failure = new StackOverflowError("on purpose");
        clock.advance(Duration.ofHours(4));

        assertThat(recovery.sweep()).isEqualTo(3);
        assertThat(records.applied).containsExactlyInAnyOrder(first, behind, later);
        clock.advance(Duration.ofHours(4));
        assertThat(recovery.sweep()).isZero();
        records.failing = 0;
        assertThat(recovery.sweep()).isEqualTo(1);
        assertThat(records.applied).contains(failing);
        assertThat(records.left).isEmpty();
    }

    @Test
    void whenTheClusterDoesNotAnswerTheNextSweepGoesOn() {
        records.failing = leave(0);
        leave(PendingBatches.SLICES);
        records.failure =
                new CompletionException(new StoreException(StoreException.Reason.UNAVAILABLE, "on purpose", null));
        clock.advance(Duration.ofHours(4));

        assertThatThrownBy(recovery::sweep).isInstanceOf(StoreException.class);
        assertThat(records.applied).isEmpty();
        records.failing = 0;
        assertThat(recovery.sweep()).isEqualTo(2);
    }

    /** A batch whose writer ended when it had recorded it; returns when that was. */
    private long leave(long micros) {
        long writtenAt = clock.millis() * 1_000 + micros;
        records.left.put(
                writtenAt,
                new RedoRecord(
                        PendingBatches.hour(writtenAt), Math.floorMod(writtenAt, PendingBatches.SLICES), writtenAt, 1));
        return writtenAt;
    }

    /** Each batch is stamped with the time of its record. */
    private static final class FakeRecords implements RedoRecovery.Records {
        private final TreeMap<Long, RedoRecord> left = new TreeMap<>();
        private final List<Long> applied = new ArrayList<>();
        private Throwable failure;
        private long failing;

        @Override
        public Optional<RedoRecord> next(long hour, long slice, Optional<RedoRecord> after, long before) {
            return left.tailMap(after.map(RedoRecord::writtenAt).orElse(Long.MIN_VALUE), false).values().stream()
                    .filter(record -> record.hour() == hour && record.slice() == slice && record.writtenAt() < before)
                    .findFirst();
        }

        @Override
        public Optional<WriteRequest> batch(RedoRecord record) {
            return Optional.of(
                    WriteRequest.newBuilder().setTimestamp(record.writtenAt()).build());
        }

        @Override
        public void apply(WriteRequest batch) {
            if (batch.getTimestamp() == failing) {
                sneak(failure);
            }
            applied.add(batch.getTimestamp());
        }

        @Override
        public void remove(RedoRecord record) {
            left.remove(record.writtenAt());
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void sneak(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }
}
