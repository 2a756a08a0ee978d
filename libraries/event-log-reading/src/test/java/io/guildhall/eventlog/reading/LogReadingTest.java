package io.guildhall.eventlog.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LogReadingTest {
    private static final byte[] RECORD = EventLogRecord.newBuilder()
            .setActor(ActorKey.newBuilder().setKind(ActorKind.USER).setId(7))
            .setTerm(3)
            .build()
            .toByteArray();

    /** What no record looks like. */
    private static final byte[] BROKEN = {-1, -1, -1};

    private final List<CompletableFuture<Object>> brought = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger throwing = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger leftOut = new AtomicInteger();
    private final LogReading reading = new LogReading(this::bring, new Room(2), Duration.ofMillis(1), new LogEvents() {
        @Override
        public void repeated() {
            repeated.incrementAndGet();
        }

        @Override
        public void leftOut() {
            leftOut.incrementAndGet();
        }
    });

    @Test
    void kafkaHearsOfARecordWhenItIsSafeAndNotBefore() {
        take(RECORD);

        assertThat(done).hasValue(0);
        brought.getFirst().complete(null);
        assertThat(done).hasValue(1);
    }

    @Test
    void noMoreIsReadWhileTooMuchIsUnderWay() {
        assertThat(take(RECORD)).isCompleted();
        CompletableFuture<Void> full = take(RECORD);

        assertThat(full).isNotDone();
        brought.getFirst().complete(null);
        assertThat(full).isCompleted();
    }

    @Test
    void whatCanNotBeBroughtOnItsWayIsTriedUntilItIs() {
        failures.set(3);
        throwing.set(2);
        take(RECORD);

        Eventually.until(() -> !brought.isEmpty());
        assertThat(repeated).hasValue(5);
        assertThat(done).hasValue(0);
        brought.getFirst().complete(null);
        assertThat(done).hasValue(1);
    }

    @Test
    void whatNobodyCanReadIsLeftOutAndCountedAndHoldsUpNothing() {
        assertThat(take(BROKEN)).isCompleted();
        assertThat(take(BROKEN)).isCompleted();
        assertThat(take(BROKEN)).isCompleted();

        assertThat(done).hasValue(3);
        assertThat(leftOut).hasValue(3);
        assertThat(brought).isEmpty();
    }

    private CompletionStage<?> bring(EventLogRecord record) {
        if (throwing.getAndDecrement() > 0) {
            throw new IllegalStateException("where it goes is not known");
        }
        if (failures.getAndDecrement() > 0) {
            return CompletableFuture.failedStage(new IllegalStateException("the store is away"));
        }
        CompletableFuture<Object> safe = new CompletableFuture<>();
        brought.add(safe);
        return safe;
    }

    private CompletableFuture<Void> take(byte[] record) {
        return reading.take(record, 1, done::incrementAndGet).toCompletableFuture();
    }
}
