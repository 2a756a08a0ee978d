package io.guildhall.storage;

import io.guildhall.observability.Metrics;
import io.guildhall.storage.moving.DualObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What is counted while every write goes to two stores. */
@ApplicationScoped
public class DualMeters implements DualObserver {
    private final Counter writes;
    private final Counter parted;
    private final Counter shed;

    public DualMeters(MeterRegistry registry) {
        writes = registry.counter(Metrics.name(DualMeters.class, "dual.writes"));
        parted = registry.counter(Metrics.name(DualMeters.class, "dual.parted"));
        shed = registry.counter(Metrics.name(DualMeters.class, "dual.shed"));
    }

    @Override
    public void written() {
        writes.increment();
    }

    @Override
    public void parted() {
        parted.increment();
    }

    @Override
    public void shed() {
        shed.increment();
    }
}
