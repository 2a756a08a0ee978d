package io.guildhall.eventlog.reading;

import io.guildhall.observability.process.Rounds;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** How many records of the event log are not done with, of the partitions that this node reads. While Kafka says nothing it stays as it was. */
@Singleton
public class LogLag {
    private static final Logger LOG = Logger.getLogger(LogLag.class);
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final String CHANNEL = "facts";

    private final KafkaClientService clients;
    private final LogClients logClients;
    private final String group;
    private final Rounds looking = Rounds.every(LOOK, "event-log-lag", this::look);
    private volatile long records;

    /** @param group in which this kind of node reads */
    LogLag(
            KafkaClientService clients,
            LogClients logClients,
            @ConfigProperty(name = "mp.messaging.incoming.facts.group.id") String group) {
        this.clients = clients;
        this.logClients = logClients;
        this.group = group;
    }

    /** As it was ten seconds ago at the most. */
    public long records() {
        return records;
    }

    void start(@Observes StartupEvent begin) {
        looking.start();
    }

    private void look() throws InterruptedException {
        Set<TopicPartition> ours =
                clients.getConsumer(CHANNEL).getAssignments().await().atMost(LOOK);
        try (Admin admin = Admin.create(logClients.with(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) LOOK.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) LOOK.dividedBy(2).toMillis())))) {
            Map<TopicPartition, ListOffsetsResultInfo> first =
                    admin.listOffsets(each(ours, OffsetSpec.earliest())).all().get();
            Map<TopicPartition, ListOffsetsResultInfo> end =
                    admin.listOffsets(each(ours, OffsetSpec.latest())).all().get();
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            records = ours.stream()
                    .mapToLong(partition -> {
                        OffsetAndMetadata committed = done.get(partition);
                        long from = committed == null ? first.get(partition).offset() : committed.offset();
                        return Math.max(0, end.get(partition).offset() - from);
                    })
                    .sum();
        } catch (ExecutionException away) {
            LOG.debug("Kafka does not say how much is to be read", away);
        }
    }

    private static Map<TopicPartition, OffsetSpec> each(Set<TopicPartition> partitions, OffsetSpec which) {
        return partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
    }

    @PreDestroy
    void close() {
        looking.stop();
    }
}
