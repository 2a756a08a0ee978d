package io.guildhall.push.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.fact.FactReader;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.fact.PushFact;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.testing.Eventually;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class FactConsumerTest {
    private static final ActorKey BEN =
            ActorKey.newBuilder().setKind(ActorKind.USER).setId(7).build();

    /** Settles what a test says, and fails so often before. */
    private static final class Reader implements FactReader {
        private final List<CompletableFuture<Object>> taken = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public boolean reads(String topic) {
            return topic.equals(PushFact.TOPIC);
        }

        @Override
        public void begins(ActorKey actor, long epoch) {
            throw new AssertionError("terms are not for this reader");
        }

        @Override
        public CompletionStage<?> take(ActorKey actor, List<LogEntry> facts) {
            if (failures.getAndDecrement() > 0) {
                return CompletableFuture.failedStage(new IllegalStateException("the store is away"));
            }
            CompletableFuture<Object> settled = new CompletableFuture<>();
            taken.add(settled);
            return settled;
        }

        @Override
        public CompletionStage<?> gap(ActorKey actor, Position after) {
            throw new AssertionError("gaps are not for this reader");
        }
    }

    private final Reader reader = new Reader();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final FactConsumer consumer = new FactConsumer(reader, new Few(), new NodeMetrics(meters));

    private record Few() implements NodeConfig {
        @Override
        public int records() {
            return 2;
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration owners() {
            return Duration.ofMinutes(1);
        }
    }

    @Test
    void kafkaHearsOfARecordWhenItIsSettledAndNotBefore() {
        take(told(1));

        assertThat(acknowledged).hasValue(0);
        reader.taken.getFirst().complete(null);
        assertThat(acknowledged).hasValue(1);
    }

    @Test
    void noMoreIsReadWhileTooMuchIsUnderWay() {
        assertThat(take(told(1))).isCompleted();
        CompletableFuture<Void> full = take(told(2));

        assertThat(full).isNotDone();
        reader.taken.getFirst().complete(null);
        assertThat(full).isCompleted();
    }

    @Test
    void whatCanNotBeBroughtOnItsWayIsTriedUntilItIs() {
        reader.failures.set(3);
        take(told(1));

        Eventually.until(() -> !reader.taken.isEmpty());
        assertThat(acknowledged).hasValue(0);
        reader.taken.getFirst().complete(null);
        // Whoever tried it last may be about to look whether it is settled.
        Eventually.until(() -> acknowledged.get() == 1);
    }

    @Test
    void whatIsForOthersIsDoneWithAtOnce() {
        take(EventLogRecord.newBuilder().setActor(BEN).setTerm(3).build().toByteArray());
        take(EventLogRecord.newBuilder()
                .setActor(BEN)
                .setGap(Position.getDefaultInstance())
                .build()
                .toByteArray());
        take(EventLogRecord.newBuilder()
                .setActor(BEN)
                .setTold(LogEntry.newBuilder().setFact(MessageFact.is(1, 2, ByteString.copyFromUtf8("{}"))))
                .build()
                .toByteArray());
        take(new byte[] {-1, -1, -1});

        assertThat(acknowledged).hasValue(4);
        assertThat(reader.taken).isEmpty();
        assertThat(meters.counter("guildhall.push.log.unreadable").count()).isEqualTo(1);
    }

    private CompletableFuture<Void> take(byte[] record) {
        return consumer.take(Message.of(record, () -> {
                    acknowledged.incrementAndGet();
                    return CompletableFuture.completedFuture(null);
                }))
                .toCompletableFuture();
    }

    private static byte[] told(long message) {
        PushFact fact = new PushFact(BEN.getId(), PushReason.MENTION, message, 2, 1, 0);
        return EventLogRecord.newBuilder()
                .setActor(BEN)
                .setTold(LogEntry.newBuilder().setFact(fact.fact()))
                .build()
                .toByteArray();
    }
}
