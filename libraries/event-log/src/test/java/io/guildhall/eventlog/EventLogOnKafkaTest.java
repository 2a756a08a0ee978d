package io.guildhall.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.guildhall.model.fact.MessageFact;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.testing.Eventually;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = KafkaResource.class, restrictToAnnotatedClass = true)
class EventLogOnKafkaTest {
    private static final Duration AWHILE = Duration.ofMillis(200);

    @Inject
    InstalledEventLog log;

    @Inject
    EventLogConfig config;

    @Test
    void theRecordsOfAnActorAreInOrderInOnePartition() {
        ActorKey guild = takenAtOnce(51);

        List<ConsumerRecord<String, byte[]>> records = records(guild);

        assertThat(records)
                .extracting(ConsumerRecord::partition)
                .containsOnly(records.getFirst().partition());
        assertThat(positions(records))
                .isEqualTo(LongStream.rangeClosed(0, 500).boxed().toList());
    }

    @Test
    void whatIsToldWhileKafkaIsDeadIsThereWhenItIsBack() {
        ActorKey before = guild(61);
        ActorKey meanwhile = guild(62);
        until(before, facts(1, 1, 10));
        KafkaResource.kafka().kill();
        log.begins(meanwhile, 4);
        assertThat(isTaken(before, facts(1, 11, 20))).isFalse();
        assertThat(isTaken(meanwhile, facts(4, 1, 10))).isFalse();

        KafkaResource.kafka().start();

        until(before, facts(1, 11, 20));
        until(meanwhile, facts(4, 1, 10));
        // What could not be sent comes again behind what followed it, so all of it is there, in some order; but a term
        // stands before what is told in it.
        assertThat(positions(records(before)))
                .containsOnlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(positions(records(meanwhile)))
                .startsWith(0L)
                .containsOnlyElementsOf(LongStream.rangeClosed(0, 10).boxed().toList());
    }

    @Test
    void aFactLargerThanKafkaTakesLeavesAGap() {
        ActorKey guild = guild(71);
        until(guild, List.of(fact(1, 1, 5 << 20), fact(1, 2, 10)));

        // Of one that is not acknowledged in time both come again.
        assertThat(records(guild)).extracting(record -> read(record).hasGap()).contains(true, false);
        assertThat(records(guild))
                .extracting(record -> read(record).getTold().getPosition().getSequence())
                .doesNotContain(1L);
    }

    /** A guild of which nothing had to be brought again: that would come behind what followed it. */
    private ActorKey takenAtOnce(long first) {
        AtomicLong next = new AtomicLong(first);
        Eventually.until(() -> {
            ActorKey guild = guild(next.incrementAndGet() * 1_000);
            log.begins(guild, 1);
            return isTaken(guild, facts(1, 1, 500));
        });
        return guild(next.get() * 1_000);
    }

    /** Brings them until they are taken, as an owner does. */
    private void until(ActorKey actor, List<LogEntry> facts) {
        Eventually.until(() -> isTaken(actor, facts));
    }

    private boolean isTaken(ActorKey actor, List<LogEntry> facts) {
        try {
            log.take(actor, facts).toCompletableFuture().get(30, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException away) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** All of this actor, as one that begins to read finds them. */
    private List<ConsumerRecord<String, byte[]>> records(ActorKey actor) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", config.servers()), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(config.topic()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(AWHILE).forEach(found::add);
            }
        }
        return found.stream()
                .filter(record -> actor.equals(read(record).getActor()))
                .toList();
    }

    /** Sequences of what is told, 0 for a term. */
    private static List<Long> positions(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> read(record).getTold().getPosition().getSequence())
                .toList();
    }

    private static EventLogRecord read(ConsumerRecord<String, byte[]> record) {
        try {
            return EventLogRecord.parseFrom(record.value());
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ActorKey guild(long id) {
        return ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(id).build();
    }

    private static List<LogEntry> facts(long epoch, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(sequence -> fact(epoch, sequence, 100))
                .toList();
    }

    private static LogEntry fact(long epoch, long sequence, int bytes) {
        // Not what a compressor makes small.
        byte[] payload = new byte[bytes];
        new Random(sequence).nextBytes(payload);
        return LogEntry.newBuilder()
                .setPosition(Position.newBuilder().setEpoch(epoch).setSequence(sequence))
                .setFact(Fact.newBuilder().setTopic(MessageFact.TOPIC).setPayload(ByteString.copyFrom(payload)))
                .build();
    }
}
