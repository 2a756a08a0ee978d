package io.guildhall.push.node;

import io.guildhall.eventlog.reading.LogEvents;
import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.LongSupplier;

/** What a push node counts of the event log. */
@Singleton
public class NodeMetrics implements LogEvents {
    private final MeterRegistry registry;
    private final Counter repeated;
    private final Counter leftOut;

    public NodeMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.repeated = counter(
                "log.repeated", "Records of the event log that could not be brought on their way and are tried again");
        this.leftOut = counter("log.unreadable", "Records of the event log that nobody can read and that are left out");
    }

    public void watchReading(LongSupplier records) {
        gauge("log.records", "Records of the event log that are under way in this node", records);
    }

    public void watchLag(LongSupplier records) {
        gauge(
                "log.lag",
                "Records of the event log that are not done with, of the partitions that this node reads",
                records);
    }

    @Override
    public void repeated() {
        repeated.increment();
    }

    @Override
    public void leftOut() {
        leftOut.increment();
    }

    private Counter counter(String what, String description) {
        return Counter.builder(Metrics.name(NodeMetrics.class, what))
                .description(description)
                .register(registry);
    }

    private void gauge(String what, String description, LongSupplier value) {
        Gauge.builder(Metrics.name(NodeMetrics.class, what), value::getAsLong)
                .description(description)
                .register(registry);
    }
}
