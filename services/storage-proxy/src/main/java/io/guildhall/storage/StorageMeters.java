package io.guildhall.storage;

import com.datastax.oss.driver.api.core.cql.ExecutionInfo;
import io.guildhall.observability.Metrics;
import io.guildhall.storage.cassandra.CassandraObserver;
import io.guildhall.storage.cassandra.RequestKind;
import io.guildhall.storage.embedded.GroupObserver;
import io.guildhall.storage.flight.FlightObserver;
import io.guildhall.storage.sharing.SharingObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the storage proxy counts. */
@ApplicationScoped
public class StorageMeters implements FlightObserver, GroupObserver, SharingObserver, CassandraObserver {
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
    private final Map<RequestKind, RequestMeters> requests = new EnumMap<>(RequestKind.class);
    private final Counter speculative;
    private final Counter nodeErrors;
    private final Counter writesShed;
    private final Counter redoWritten;
    private final Counter redoRecovered;

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
        for (RequestKind kind : RequestKind.values()) {
            requests.put(kind, RequestMeters.of(registry, kind));
        }
        speculative = registry.counter(Metrics.name(StorageMeters.class, "cluster.speculative"));
        nodeErrors = registry.counter(Metrics.name(StorageMeters.class, "cluster.node.errors"));
        writesShed = registry.counter(Metrics.name(StorageMeters.class, "writes.shed"));
        redoWritten = registry.counter(Metrics.name(StorageMeters.class, "redo.written"));
        redoRecovered = registry.counter(Metrics.name(StorageMeters.class, "redo.recovered"));
    }

    /** What is counted for each kind of request to the cluster. */
    private record RequestMeters(Counter requested, Counter retried, Timer answered, Timer failed) {
        static RequestMeters of(MeterRegistry registry, RequestKind kind) {
            String tag = kind.name().toLowerCase(Locale.ROOT);
            return new RequestMeters(
                    registry.counter(Metrics.name(StorageMeters.class, "cluster.requests"), "kind", tag),
                    registry.counter(Metrics.name(StorageMeters.class, "cluster.retries"), "kind", tag),
                    timer(registry, tag, "answered"),
                    timer(registry, tag, "failed"));
        }

        private static Timer timer(MeterRegistry registry, String kind, String outcome) {
            return Metrics.hop(
                    registry,
                    StorageMeters.class,
                    "cluster.latency",
                    "Requests to the cluster, each attempt by itself",
                    "kind",
                    kind,
                    "outcome",
                    outcome);
        }
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

    @Override
    public void requested(RequestKind kind) {
        requests.get(kind).requested().increment();
    }

    @Override
    public void answered(RequestKind kind, long nanos, ExecutionInfo execution) {
        requests.get(kind).answered().record(nanos, TimeUnit.NANOSECONDS);
        speculative.increment(execution.getSpeculativeExecutionCount());
        nodeErrors.increment(execution.getErrors().size());
    }

    @Override
    public void failed(RequestKind kind, long nanos) {
        requests.get(kind).failed().record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void retried(RequestKind kind) {
        requests.get(kind).retried().increment();
    }

    @Override
    public void writeShed() {
        writesShed.increment();
    }

    @Override
    public void redoWritten() {
        redoWritten.increment();
    }

    @Override
    public void redoRecovered() {
        redoRecovered.increment();
    }
}
