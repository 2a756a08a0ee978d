package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.session.Lanes;
import io.guildhall.gateway.session.Measures;
import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The gateway's metrics. */
@ApplicationScoped
public class GatewayMeasures implements Measures {
    private final MeterRegistry registry;
    private final Counter events;
    private final Counter writes;
    private final Counter bytes;
    private final Counter repeats;
    private final Counter slowReaders;
    private final Counter identifies;
    private final Counter resumes;
    private final Counter missing;
    private final Timer delivery;

    public GatewayMeasures(MeterRegistry registry) {
        this.registry = registry;
        events = counter("events.written", "Events handed to connections");
        writes = counter("writes", "Writes to connections; events divided by this is how well they coalesce");
        bytes = counter("bytes.written", "Bytes of events as they went to connections");
        repeats = counter("events.repeated", "Repeats that were not delivered again");
        slowReaders = counter("slow.readers", "Connections cut because the client reads too slowly");
        identifies = counter("identifies", "Sessions that became ready");
        resumes = counter("resumes", "Sessions that were resumed");
        missing = counter("sessions.missing", "Sessions that an owner did not have, and that rejoined it therefore");
        delivery = Metrics.hop(
                registry, GatewayMeasures.class, "delivery", "From a frame's arrival until every session here has it");
    }

    private Counter counter(String what, String description) {
        return Counter.builder(Metrics.name(GatewayMeasures.class, what))
                .description(description)
                .register(registry);
    }

    /** Counts what is held open by clients. */
    public void watchConnections(Supplier<Number> places) {
        Gauge.builder(Metrics.name(GatewayMeasures.class, "connections"), places)
                .description("Client connections that have a place here")
                .register(registry);
    }

    void watch(Lanes lanes) {
        Gauge.builder(Metrics.name(GatewayMeasures.class, "sessions"), lanes, Lanes::sessionCount)
                .description("Sessions, those that wait to be resumed included")
                .register(registry);
    }

    @Override
    public void wrote(int count, long size) {
        events.increment(count);
        writes.increment();
        bytes.increment(size);
    }

    /** Sessions were not attached where they were believed to be. */
    void missing(int sessions) {
        missing.increment(sessions);
    }

    @Override
    public void repeated() {
        repeats.increment();
    }

    @Override
    public void slowReader() {
        slowReaders.increment();
    }

    /** Every session of a frame has its event. */
    public void delivered(long nanos) {
        delivery.record(nanos, TimeUnit.NANOSECONDS);
    }

    public void identified() {
        identifies.increment();
    }

    public void resumed() {
        resumes.increment();
    }
}
