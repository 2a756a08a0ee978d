package io.guildhall.search.waiting;

import io.guildhall.eventlog.reading.LogClients;
import io.guildhall.eventlog.reading.LogEvents;
import io.guildhall.eventlog.reading.LogReading;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.search.config.LogConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Brings in what waited for one cell, some at a time, and says so to Kafka only when all of that is safe. On one thread. */
final class WaitingReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WaitingReader.class);
    private static final Duration LISTENING = Duration.ofMillis(200);
    private static final String AT_ONCE = "500";

    private final String cell;
    private final Bringing bringing;
    private final LogEvents events;
    private final Duration pause;
    private final KafkaConsumer<String, byte[]> consumer;

    WaitingReader(
            String cell, String topic, LogConfig config, LogClients clients, Bringing bringing, LogEvents events) {
        this.cell = cell;
        this.bringing = bringing;
        this.events = events;
        this.pause = config.pause();
        this.consumer = new KafkaConsumer<>(
                clients.with(Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG, topic,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE,
                        ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, "15000",
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000",
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "3000")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /** One round: the next records, until all of them are safe. Kafka is listened to meanwhile, so that it doesn't give this reader up. */
    void round() throws InterruptedException {
        List<EventLogRecord> left = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(LISTENING)) {
            read(record, left);
        }
        if (left.isEmpty()) {
            return;
        }
        while (!left.isEmpty()) {
            left = bringAll(left);
            if (!left.isEmpty()) {
                Thread.sleep(pause);
            }
        }
        try {
            consumer.commitSync();
        } catch (CommitFailedException | RebalanceInProgressException takenOver) {
            LOG.debugf(takenOver, "Another node brings in again what waited for %s", cell);
        }
        consumer.resume(consumer.paused());
    }

    /** Those that are not safe yet. */
    private List<EventLogRecord> bringAll(List<EventLogRecord> records) {
        List<EventLogRecord> failed = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<?>[] brought = records.stream()
                .map(record -> bringing.bring(cell, record)
                        .toCompletableFuture()
                        .handle((done, failure) -> {
                            if (failure != null) {
                                failed.add(record);
                            }
                            return null;
                        }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(brought);
        List<EventLogRecord> more = new ArrayList<>();
        do {
            consumer.pause(consumer.assignment());
            // A partition that came to this node just now is not paused yet; what it brings is brought as the rest is.
            for (ConsumerRecord<String, byte[]> record : consumer.poll(all.isDone() ? Duration.ZERO : LISTENING)) {
                read(record, more);
            }
        } while (!all.isDone());
        more.addAll(failed);
        return more;
    }

    private void read(ConsumerRecord<String, byte[]> record, List<EventLogRecord> into) {
        LogReading.read(record.value(), events).ifPresent(into::add);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
