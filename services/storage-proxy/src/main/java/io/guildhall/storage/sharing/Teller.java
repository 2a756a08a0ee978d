package io.guildhall.storage.sharing;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.EndSharingRequest;
import io.guildhall.model.rpc.StorageSharing;
import io.guildhall.observability.process.Guard;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells other nodes to end the sharing of partitions. A node that does not answer is told again until its older reads
 * are over, which is after the longest time that a read of the store may take; then nothing is left to be told. A node
 * whose address refuses connections has ended.
 */
final class Teller implements Telling {
    private static final Logger LOG = Logger.getLogger(Teller.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(320);

    private final Peers<StorageSharing> peers;
    private final Door door;
    private final Duration longestFlight;
    private final SharingObserver observer;

    Teller(Peers<StorageSharing> peers, Door door, Duration longestFlight, SharingObserver observer) {
        this.peers = peers;
        this.door = door;
        this.longestFlight = longestFlight;
        this.observer = observer;
    }

    /** Each call has a virtual thread: outside of whatever gRPC call is being served, whose end must not end this one. */
    @Override
    public CompletableFuture<Void> tell(Node node, List<PartitionKey> partitions) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        long end = System.nanoTime() + longestFlight.toNanos();
        Thread.ofVirtual().name("end-sharing").start(() -> {
            try {
                insist(node, request(partitions), end);
            } catch (Throwable failure) {
                Guard.PROCESS.check(failure);
                LOG.error("A node could not be told to end the sharing of partitions", failure);
                // As when the node never answers.
                sleepAtMost(longestFlight, end);
            } finally {
                told.complete(null);
            }
        });
        return told;
    }

    @Override
    public CompletableFuture<Void> waitOut() {
        observer.silent();
        return new CompletableFuture<Void>().completeOnTimeout(null, longestFlight.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void insist(Node node, EndSharingRequest request, long end) {
        Duration pause = FIRST_PAUSE;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            try {
                peers.at(node, Duration.ofNanos(left))
                        .endSharing(request)
                        .await()
                        .atMost(Duration.ofNanos(left));
                observer.ended(request.getPartitionsCount());
                return;
            } catch (RuntimeException unanswered) {
                if (door.isShut(node)) {
                    return;
                }
                sleepAtMost(pause, end);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
        observer.silent();
    }

    private static void sleepAtMost(Duration pause, long end) {
        try {
            Thread.sleep(Duration.ofNanos(Math.clamp(end - System.nanoTime(), 0, pause.toNanos())));
        } catch (InterruptedException never) {
            // Nobody interrupts these threads; and an early acknowledgement would be wrong.
            Thread.currentThread().interrupt();
        }
    }

    private static EndSharingRequest request(List<PartitionKey> partitions) {
        EndSharingRequest.Builder request = EndSharingRequest.newBuilder();
        partitions.forEach(partition -> request.addPartitions(partition.reference()));
        return request.build();
    }
}
