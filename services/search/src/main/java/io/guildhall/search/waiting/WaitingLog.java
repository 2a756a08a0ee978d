package io.guildhall.search.waiting;

import io.guildhall.eventlog.reading.LogClients;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.EventLogRecord;
import io.guildhall.search.config.LogConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts records aside for a cell that does not take them now: they wait in Kafka, in a topic of that cell's, and hold up what is for other cells
 * no more. What is under way is bounded by those who bring it.
 */
@Singleton
public class WaitingLog {
    private static final int LARGEST = 4 << 20;

    private final LogClients clients;
    private final WaitingTopics topics;
    private KafkaProducer<String, byte[]> producer;

    WaitingLog(LogConfig config, LogClients clients) {
        this.clients = clients;
        this.topics = new WaitingTopics(config, clients);
    }

    /** Completes when every copy has it; a failure: it is not safe, and is to be brought again. Any thread. */
    public CompletionStage<Void> add(String cell, EventLogRecord record) {
        CompletableFuture<Void> safe = new CompletableFuture<>();
        // The client blocks while it looks for its servers.
        Thread.startVirtualThread(() -> {
            try {
                topics.make(cell);
                producer()
                        .send(
                                new ProducerRecord<>(topics.of(cell), key(record.getActor()), record.toByteArray()),
                                (sent, failure) -> {
                                    if (failure == null) {
                                        safe.complete(null);
                                    } else {
                                        safe.completeExceptionally(failure);
                                    }
                                });
            } catch (RuntimeException refused) {
                safe.completeExceptionally(refused);
            }
        });
        return safe;
    }

    private static String key(ActorKey actor) {
        return actor.getKind().getNumber() + ":" + Long.toUnsignedString(actor.getId());
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    clients.with(Map.of(
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                            true,
                            ProducerConfig.COMPRESSION_TYPE_CONFIG,
                            "lz4",
                            ProducerConfig.LINGER_MS_CONFIG,
                            5,
                            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                            LARGEST,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            (int) Duration.ofSeconds(10).toMillis(),
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            (int) Duration.ofSeconds(30).toMillis(),
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            Duration.ofSeconds(5).toMillis())),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
