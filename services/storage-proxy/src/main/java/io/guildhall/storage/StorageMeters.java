package io.guildhall.storage;

import io.guildhall.observability.Metrics;
import io.guildhall.storage.embedded.GroupObserver;
import io.guildhall.storage.flight.FlightObserver;
import io.guildhall.storage.sharing.SharingObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What the storage proxy counts. */
@ApplicationScoped
public class StorageMeters implements FlightObserver, GroupObserver, SharingObserver {
    private final Counter reads;
    private final Counter coalesced;
    private final Counter alone;
    private final Counter shed;
    private final Counter left;
    private final Counter cancelled;
    private final Counter late;
    private final Counter ended;
    private final Counter silent;
    private final Counter writes;
    private final DistributionSummary groups;

    public StorageMeters(MeterRegistry registry) {
        reads = registry.counter(Metrics.name(StorageMeters.class, "reads"));
        coalesced = registry.counter(Metrics.name(StorageMeters.class, "reads.coalesced"));
        alone = registry.counter(Metrics.name(StorageMeters.class, "reads.alone"));
        shed = registry.counter(Metrics.name(StorageMeters.class, "reads.shed"));
        left = registry.counter(Metrics.name(StorageMeters.class, "reads.left"));
        cancelled = registry.counter(Metrics.name(StorageMeters.class, "reads.cancelled"));
        late = registry.counter(Metrics.name(StorageMeters.class, "reads.late"));
        ended = registry.counter(Metrics.name(StorageMeters.class, "sharing.ended"));
        silent = registry.counter(Metrics.name(StorageMeters.class, "sharing.silent"));
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
    public void alone() {
        alone.increment();
    }

    @Override
    public void shed() {
        shed.increment();
    }

    @Override
    public void left() {
        left.increment();
    }

    @Override
    public void cancelled() {
        cancelled.increment();
    }

    @Override
    public void late() {
        late.increment();
    }

    @Override
    public void ended(int partitions) {
        ended.increment(partitions);
    }

    @Override
    public void silent() {
        silent.increment();
    }

    @Override
    public void committed(int batches) {
        writes.increment(batches);
        groups.record(batches);
    }
}
