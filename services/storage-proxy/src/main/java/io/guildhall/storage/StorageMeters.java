package io.guildhall.storage;

import io.guildhall.observability.Metrics;
import io.guildhall.storage.embedded.GroupObserver;
import io.guildhall.storage.flight.FlightObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What the storage proxy counts. */
@ApplicationScoped
public class StorageMeters implements FlightObserver, GroupObserver {
    private final Counter reads;
    private final Counter coalesced;
    private final Counter shed;
    private final Counter writes;
    private final DistributionSummary groups;

    public StorageMeters(MeterRegistry registry) {
        reads = registry.counter(Metrics.name(StorageMeters.class, "reads"));
        coalesced = registry.counter(Metrics.name(StorageMeters.class, "reads.coalesced"));
        shed = registry.counter(Metrics.name(StorageMeters.class, "reads.shed"));
        writes = registry.counter(Metrics.name(StorageMeters.class, "writes"));
        groups = registry.summary(Metrics.name(StorageMeters.class, "group.size"));
    }

    @Override
    public void started() {
        reads.increment();
    }

    @Override
    public void joined() {
        reads.increment();
        coalesced.increment();
    }

    @Override
    public void shed() {
        shed.increment();
    }

    @Override
    public void committed(int batches) {
        writes.increment(batches);
        groups.record(batches);
    }
}
