package io.guildhall.storage.sharing;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.storage.flight.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What proxies say to each other comes late, is lost, or arrives while its answer is lost. As {@link Teller} does, who is not answered tells again until
 * the reads that began before are over, and whom nobody finds at its address has ended.
 */
record LossyTelling(VirtualTime time, List<SimulatedProxy> proxies, Duration longestFlight) implements Telling {
    private static final Duration LATEST = Duration.ofNanos(400_000);
    private static final Duration PAUSE = Duration.ofMillis(2);

    @Override
    public CompletableFuture<Void> tell(Node node, List<PartitionKey> partitions) {
        CompletableFuture<Void> told = waitOut();
        attempt(node, Set.copyOf(partitions), told);
        return told;
    }

    @Override
    public CompletableFuture<Void> waitOut() {
        CompletableFuture<Void> over = new CompletableFuture<>();
        time.set(longestFlight, () -> over.complete(null));
        return over;
    }

    private void attempt(Node node, Set<PartitionKey> partitions, CompletableFuture<Void> told) {
        int fate = time.lot(100);
        if (told.isDone() || fate < 2) {
            return;
        }
        if (fate < 6) {
            again(node, partitions, told);
            return;
        }
        time.set(time.upTo(LATEST), () -> {
            proxies.stream()
                    .filter(proxy -> proxy.node.id().equals(node.id()) && !proxy.dead)
                    .forEach(proxy -> proxy.flights.endSharing(partitions));
            if (fate < 10) {
                again(node, partitions, told);
            } else {
                time.set(time.upTo(LATEST), () -> told.complete(null));
            }
        });
    }

    private void again(Node node, Set<PartitionKey> partitions, CompletableFuture<Void> told) {
        time.set(PAUSE, () -> attempt(node, partitions, told));
    }
}
