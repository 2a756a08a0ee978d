package io.guildhall.eventlog;

import io.guildhall.testing.backend.LocalBackend;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real Kafka for the application under test. */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
    private static LocalBackend kafka;

    @Override
    public Map<String, String> start() {
        kafka = LocalBackend.start(LocalBackend.Kind.KAFKA, "event-log");
        return Map.of(
                "guildhall.event-log.enabled", "true",
                "guildhall.event-log.servers", kafka.address(),
                "guildhall.event-log.partitions", "4",
                "mp.messaging.outgoing.facts.delivery.timeout.ms", "3000",
                "mp.messaging.outgoing.facts.request.timeout.ms", "1000",
                "mp.messaging.outgoing.facts.max.block.ms", "1000");
    }

    static LocalBackend kafka() {
        return kafka;
    }

    @Override
    public void stop() {
        kafka.kill();
    }
}
