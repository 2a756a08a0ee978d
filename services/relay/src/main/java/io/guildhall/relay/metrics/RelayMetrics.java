package io.guildhall.relay.metrics;

import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.observability.Metrics;
import io.guildhall.relay.gateway.Outgoing;
import io.guildhall.relay.gateway.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** What a relay counts. */
@ApplicationScoped
public class RelayMetrics {
    private final MeterRegistry registry;
    private final Counter frames;
    private final Counter deliveries;
    private final Counter lostSessions;
    private final Timer selection;
    private final Timer delivery;

    public RelayMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.frames = registry.counter(name("frames.sent"));
        this.deliveries = registry.counter(name("deliveries"));
        this.lostSessions = registry.counter(name("sessions.lost"));
        this.selection = Metrics.hop(
                registry, RelayMetrics.class, "selection", "Deciding who sees an event and putting its frames in line");
        this.delivery = Metrics.hop(
                registry,
                RelayMetrics.class,
                "delivery",
                "From a frame's place in line to its gateway's acknowledgement");
    }

    public void watch(LongSupplier sessions, IntSupplier audiences, IntSupplier unacknowledged) {
        Gauge.builder(name("sessions"), sessions::getAsLong).register(registry);
        Gauge.builder(name("audiences"), audiences::getAsInt).register(registry);
        Gauge.builder(name("frames.unacknowledged"), unacknowledged::getAsInt).register(registry);
    }

    public void lost(long sessions) {
        lostSessions.increment(sessions);
    }

    /** An event's frames are in line for every gateway node concerned. */
    public void selected(long nanos) {
        selection.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Counts what goes through, and measures until it is acknowledged. */
    public Outgoing counting(Outgoing outgoing) {
        return new Outgoing() {
            @Override
            public void send(String gateway, RelayFrame.Builder frame, Receipt receipt) {
                frames.increment();
                frame.getDeliveriesOrBuilderList()
                        .forEach(delivery -> deliveries.increment(delivery.getSessionsCount()));
                long began = System.nanoTime();
                outgoing.send(gateway, frame, (unknown, newerEpoch) -> {
                    delivery.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                    receipt.settled(unknown, newerEpoch);
                });
            }

            @Override
            public void flush() {
                outgoing.flush();
            }

            @Override
            public void whenWithinWindows(Runnable then) {
                outgoing.whenWithinWindows(then);
            }
        };
    }

    private static String name(String what) {
        return Metrics.name(RelayMetrics.class, what);
    }
}
