package io.guildhall.search.metrics;

import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;

/** How many records of the event log wait for this node, as its client of Kafka counts them: those of its partitions. Scaling goes by it. */
@Singleton
public final class LogLag {
    private static final String CHANNEL = "facts";

    /** The client has one for each partition that it reads. */
    private static final String OF_A_PARTITION = "records-lag";

    private final KafkaClientService clients;
    private final MeterRegistry registry;

    LogLag(KafkaClientService clients, MeterRegistry registry) {
        this.clients = clients;
        this.registry = registry;
    }

    void start(@Observes StartupEvent begin) {
        Gauge.builder(Metrics.name(LogLag.class, "log.lag"), this, LogLag::records)
                .description("Records of the event log that wait for this node")
                .register(registry);
    }

    double records() {
        return metrics()
                .filter(metric -> metric.metricName().name().equals(OF_A_PARTITION))
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .filter(records -> records > 0)
                .sum();
    }

    private Stream<? extends Metric> metrics() {
        KafkaConsumer<Object, Object> consumer = clients.getConsumer(CHANNEL);
        return consumer == null ? Stream.empty() : consumer.unwrap().metrics().values().stream();
    }
}
