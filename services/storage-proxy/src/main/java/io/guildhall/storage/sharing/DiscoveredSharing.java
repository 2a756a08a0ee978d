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

/**
 * Shares reads among the proxies that discovery knows. A proxy that is not among them itself, because its lease is lost,
 * shares nothing and can not say who does; what it writes is acknowledged once all reads that were under way anywhere are
 * over.
 */
final class DiscoveredSharing implements Sharing {
    private final Discovery discovery;
    private final String self;
    private final Homes homes;
    private final Teller teller;

    DiscoveredSharing(Discovery discovery, Duration settle, Teller teller) {
        this.discovery = discovery;
        this.self = discovery.self(Role.STORAGE_PROXY).id();
        this.homes = new Homes(self, settle, System.nanoTime());
        this.teller = teller;
        discovery.watch(Role.STORAGE_PROXY, nodes -> homes.changed(nodes, System.nanoTime()));
    }

    @Override
    public long period(PartitionKey partition) {
        return homes.period(partition, discovery.nodes(Role.STORAGE_PROXY), System.nanoTime());
    }

    @Override
    public CompletableFuture<Void> end(Set<PartitionKey> written) {
        if (!knowsItself()) {
            return teller.waitOut();
        }
        Map<Node, List<PartitionKey>> toTell = homes.toTell(written, System.nanoTime());
        return switch (toTell.size()) {
            case 0 -> CompletableFuture.completedFuture(null);
            case 1 -> {
                Map.Entry<Node, List<PartitionKey>> only =
                        toTell.entrySet().iterator().next();
                yield teller.tell(only.getKey(), only.getValue());
            }
            default ->
                CompletableFuture.allOf(toTell.entrySet().stream()
                        .map(told -> teller.tell(told.getKey(), told.getValue()))
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
