package io.guildhall.relay;

import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.observability.Metrics;
import io.guildhall.relay.gateway.Outgoing;
import io.guildhall.relay.gateway.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** What a relay counts. */
@ApplicationScoped
public class RelayMetrics {
    private final MeterRegistry registry;
    private final Counter frames;
    private final Counter deliveries;
    private final Counter lostSessions;

    public RelayMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.frames = registry.counter(name("frames.sent"));
        this.deliveries = registry.counter(name("deliveries"));
        this.lostSessions = registry.counter(name("sessions.lost"));
    }

    void watch(LongSupplier sessions, IntSupplier audiences, IntSupplier unacknowledged) {
        Gauge.builder(name("sessions"), sessions::getAsLong).register(registry);
        Gauge.builder(name("audiences"), audiences::getAsInt).register(registry);
        Gauge.builder(name("frames.unacknowledged"), unacknowledged::getAsInt).register(registry);
    }

    void lost(long sessions) {
        lostSessions.increment(sessions);
    }

    /** Counts what goes through. */
    public Outgoing counting(Outgoing outgoing) {
        return new Outgoing() {
            @Override
            public void send(String gateway, RelayFrame.Builder frame, Receipt receipt) {
                frames.increment();
                frame.getDeliveriesOrBuilderList()
                        .forEach(delivery -> deliveries.increment(delivery.getSessionsCount()));
                outgoing.send(gateway, frame, receipt);
            }

            @Override
            public void flush() {
                outgoing.flush();
            }
        };
    }

    private static String name(String what) {
        return Metrics.name(RelayMetrics.class, what);
    }
}
