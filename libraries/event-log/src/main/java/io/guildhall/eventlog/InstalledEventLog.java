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
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The event log of this node's owners. While it is off they make no facts for it. */
@Singleton
public final class InstalledEventLog implements FactReader {
    /** Records are bounded by their bytes, before they come here. */
    private static final int MOST_RECORDS = 1 << 20;

    private final EventLogConfig config;
    private final EventLogPublisher publisher;

    InstalledEventLog(
            EventLogConfig config,
            @Channel("facts") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = MOST_RECORDS)
                    Emitter<byte[]> emitter,
            MeterRegistry meters) {
        this.config = config;
        this.publisher = new EventLogPublisher(
                config.enabled() ? config.facts() : Set.of(),
                new KafkaSender(emitter),
                config.mostBytes(),
                task -> Later.start(config.pause(), "Saying that a term began", task));
        if (config.enabled()) {
            Gauge.builder(Metrics.name(InstalledEventLog.class, "bytes"), publisher, EventLogPublisher::bytesUnderWay)
                    .description("Bytes that are under way to the event log")
                    .register(meters);
            Gauge.builder(Metrics.name(InstalledEventLog.class, "terms"), publisher, EventLogPublisher::unsaidTerms)
                    .description(
                            "Guilds and private channels whose owner could not yet say in the event log that it began")
                    .register(meters);
        }
    }

    void start(@Observes StartupEvent begin) {
        if (config.enabled()) {
            Thread.ofVirtual().name("event-log-topic").start(new EventLogTopic(config)::await);
        }
    }

    @Override
    public boolean reads(String topic) {
        return publisher.reads(topic);
    }

    @Override
    public void begins(ActorKey actor, long epoch) {
        publisher.begins(actor, epoch);
    }

    @Override
    public CompletionStage<?> take(ActorKey actor, List<LogEntry> facts) {
        return publisher.take(actor, facts);
    }

    @Override
    public CompletionStage<?> gap(ActorKey actor, Position after) {
        return publisher.gap(actor, after);
    }
}
