package io.guildhall.storage.sharing;

import io.grpc.Status;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.EndSharingReply;
import io.guildhall.model.rpc.EndSharingRequest;
import io.guildhall.model.rpc.StorageSharing;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** What proxies say to each other comes late, is lost, or arrives while its answer is lost. */
record LossyPeers(List<SimulatedProxy> proxies) implements Peers<StorageSharing> {
    private static final int LATEST_MILLIS = 4;

    @Override
    public StorageSharing at(Node node) {
        return request -> {
            int fate = ThreadLocalRandom.current().nextInt(100);
            if (fate < 2) {
                return Uni.createFrom().nothing();
            }
            if (fate < 6) {
                return broken();
            }
            Uni<EndSharingReply> answer = Uni.createFrom().item(() -> deliver(node, request));
            return late(fate < 10 ? late(answer).chain(reply -> broken()) : late(answer));
        };
    }

    private EndSharingReply deliver(Node node, EndSharingRequest request) {
        SimulatedProxy called = proxies.stream()
                .filter(proxy -> proxy.node.id().equals(node.id()) && !proxy.dead)
                .findFirst()
                .orElseThrow(Status.UNAVAILABLE::asRuntimeException);
        called.service.endSharing(
                request.getPartitionsList().stream().map(PartitionKey::of).collect(Collectors.toSet()));
        return EndSharingReply.getDefaultInstance();
    }

    private static <T> Uni<T> late(Uni<T> call) {
        int millis = ThreadLocalRandom.current().nextInt(LATEST_MILLIS);
        return millis == 0
                ? call
                : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(millis))
                        .chain(() -> call);
    }

    private static Uni<EndSharingReply> broken() {
        return Uni.createFrom().failure(Status.UNAVAILABLE.asRuntimeException());
    }
}
