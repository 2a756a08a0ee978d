package io.guildhall.storage.sharing;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.storage.flight.Sharing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Shares reads among the proxies that discovery knows. A proxy that is not among them itself, because its lease is lost,
 * shares nothing and can not say who does; what it writes is acknowledged once all reads that were under way anywhere are
 * over.
 */
final class DiscoveredSharing implements Sharing {
    private final Discovery discovery;
    private final String self;
    private final Homes homes;
    private final Telling telling;
    private final LongSupplier nanoTime;

    DiscoveredSharing(Discovery discovery, Duration settle, Telling telling) {
        this(discovery, settle, telling, System::nanoTime);
    }

    DiscoveredSharing(Discovery discovery, Duration settle, Telling telling, LongSupplier nanoTime) {
        this.discovery = discovery;
        this.self = discovery.self(Role.STORAGE_PROXY).id();
        this.homes = new Homes(self, settle, nanoTime.getAsLong());
        this.telling = telling;
        this.nanoTime = nanoTime;
        discovery.watch(Role.STORAGE_PROXY, nodes -> homes.changed(nodes, nanoTime.getAsLong()));
    }

    @Override
    public long period(PartitionKey partition) {
        return homes.period(partition, discovery.nodes(Role.STORAGE_PROXY), nanoTime.getAsLong());
    }

    @Override
    public CompletableFuture<Void> end(Set<PartitionKey> written) {
        if (!knowsItself()) {
            return telling.waitOut();
        }
        Map<Node, List<PartitionKey>> toTell = homes.toTell(written, nanoTime.getAsLong());
        return switch (toTell.size()) {
            case 0 -> CompletableFuture.completedFuture(null);
            case 1 -> {
                Map.Entry<Node, List<PartitionKey>> only =
                        toTell.entrySet().iterator().next();
                yield telling.tell(only.getKey(), only.getValue());
            }
            default ->
                CompletableFuture.allOf(toTell.entrySet().stream()
                        .map(told -> telling.tell(told.getKey(), told.getValue()))
                        .toArray(CompletableFuture[]::new));
        };
    }

    private boolean knowsItself() {
        for (Node node : discovery.nodes(Role.STORAGE_PROXY)) {
            if (node.id().equals(self)) {
                return true;
            }
        }
        return false;
    }
}
