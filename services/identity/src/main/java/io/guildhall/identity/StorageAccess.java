package io.guildhall.identity;

import io.grpc.Status;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes through the storage nodes. Equal reads go to the same node, where they share one flight. Everything
 * fails after {@link #DEADLINE}.
 */
@ApplicationScoped
public class StorageAccess {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Peers<Storage> peers;
    private final Discovery discovery;

    @Inject
    public StorageAccess(Peers<Storage> peers, Discovery discovery) {
        this.peers = peers;
        this.discovery = discovery;
    }

    public Uni<List<RowView>> rows(ReadRequest request) {
        Table table = Catalogue.table(request.getTable());
        long key =
                request.getTable().hashCode() * 31L + request.getPartitionList().hashCode();
        return Uni.createFrom()
                .deferred(() -> at(key).read(request))
                .map(reply -> reply.getRowsList().stream()
                        .map(row -> new RowView(table, row))
                        .toList())
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    public Uni<Optional<RowView>> row(ReadRequest request) {
        return rows(request).map(rows -> rows.stream().findFirst());
    }

    /** All of them or none. */
    public Uni<Void> write(List<Mutation> mutations) {
        return send(mutations).replaceWithVoid();
    }

    /** Writes a single {@code ifAbsent} mutation; false when the row was there. */
    public Uni<Boolean> writeIfAbsent(Mutation mutation) {
        return send(List.of(mutation)).map(WriteReply::getApplied);
    }

    private Uni<WriteReply> send(List<Mutation> mutations) {
        WriteRequest request =
                WriteRequest.newBuilder().addAllMutations(mutations).build();
        return Uni.createFrom()
                .deferred(() -> at(mutations.hashCode()).write(request))
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    private Storage at(long key) {
        Node node = Ring.choose(discovery.nodes(Role.STORAGE_PROXY), key).orElseThrow(() -> Status.UNAVAILABLE
                .withDescription("no storage node is there")
                .asRuntimeException());
        return peers.at(node);
    }
}
