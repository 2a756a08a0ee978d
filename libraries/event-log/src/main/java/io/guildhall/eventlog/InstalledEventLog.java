package io.guildhall.eventlog;

import io.guildhall.model.fact.FactReader;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.observability.Metrics;
import io.guildhall.observability.process.Later;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The event log of this node's owners. While it is off they make no facts for it. */
@Singleton
public final class InstalledEventLog implements FactReader {
    private final EventLogConfig config;
    private final Map<String, Object> clients;
    private final Optional<EventLogPublisher> publisher;

    InstalledEventLog(
            EventLogConfig config,
            Instance<FactsChannel> channel,
            @Identifier("default-kafka-broker") Map<String, Object> clients,
            MeterRegistry meters) {
        this.config = config;
        this.clients = clients;
        this.publisher = config.enabled() ? Optional.of(publisher(config, channel.get(), meters)) : Optional.empty();
    }

    private static EventLogPublisher publisher(EventLogConfig config, FactsChannel channel, MeterRegistry meters) {
        EventLogPublisher publisher = new EventLogPublisher(
                config.facts(),
                channel.sender(),
                config.mostBytes(),
                task -> Later.start(config.pause(), "Saying that a term began", task));
        Gauge.builder(Metrics.name(InstalledEventLog.class, "bytes"), publisher, EventLogPublisher::bytesUnderWay)
                .description("Bytes that are under way to the event log")
                .register(meters);
        Gauge.builder(Metrics.name(InstalledEventLog.class, "terms"), publisher, EventLogPublisher::unsaidTerms)
                .description("Guilds and private channels whose owner could not yet say in the event log that it began")
                .register(meters);
        return publisher;
    }

    void start(@Observes StartupEvent begin) {
        if (config.enabled()) {
            Thread.ofVirtual().name("event-log-topic").start(new EventLogTopic(config, clients)::await);
        }
    }

    @Override
    public boolean reads(String topic) {
        return publisher.isPresent() && publisher.orElseThrow().reads(topic);
    }

    @Override
    public void begins(ActorKey actor, long epoch) {
        publisher.ifPresent(log -> log.begins(actor, epoch));
    }

    @Override
    public CompletionStage<?> take(ActorKey actor, List<LogEntry> facts) {
        return told(log -> log.take(actor, facts));
    }

    @Override
    public CompletionStage<?> gap(ActorKey actor, Position after) {
        return told(log -> log.gap(actor, after));
    }

    /** What is left from a time when the log was on has no reader any more. */
    private CompletionStage<?> told(Function<EventLogPublisher, CompletionStage<?>> way) {
        return publisher.<CompletionStage<?>>map(way).orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
