package io.guildhall.guild.actor;

import io.guildhall.model.cluster.Discovery;
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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The store as one actor sees it. All reads and writes of an actor go through the same storage-proxy node while the nodes
 * stay the same: equal reads meet there, and a read never overtakes a write.
 */
final class RemoteStorage implements StorageFacade {
    private static final int READ_ATTEMPTS = 3;
    private static final long FIRST_PAUSE_MILLIS = 50;

    private final Peers<Storage> peers;
    private final Discovery discovery;
    private final long routingKey;
    private final Duration timeout;

    RemoteStorage(Peers<Storage> peers, Discovery discovery, long routingKey, Duration timeout) {
        this.peers = peers;
        this.discovery = discovery;
        this.routingKey = routingKey;
        this.timeout = timeout;
    }

    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        RuntimeException last = new StorageUnavailable("no attempt was made");
        for (int attempt = 0; attempt < READ_ATTEMPTS; attempt++) {
            pauseBefore(attempt);
            try {
                return node().read(request).await().atMost(timeout).getRowsList().stream()
                        .map(row -> new RowView(table, row))
                        .toList();
            } catch (RuntimeException failure) {
                last = failure;
            }
        }
        throw new StorageUnavailable("reading " + table.name() + " failed", last);
    }

    @Override
    public CompletionStage<WriteReply> write(List<Mutation> mutations) {
        return node().write(WriteRequest.newBuilder().addAllMutations(mutations).build())
                .ifNoItem()
                .after(timeout)
                .fail()
                .subscribeAsCompletionStage();
    }

    @Override
    public boolean writeIfAbsent(Mutation mutation) {
        try {
            return write(List.of(mutation)).toCompletableFuture().join().getApplied();
        } catch (java.util.concurrent.CompletionException failure) {
            throw new StorageUnavailable("a conditional write failed", failure);
        }
    }

    private Storage node() {
        return Ring.choose(discovery.nodes(Role.STORAGE_PROXY), routingKey)
                .map(peers::at)
                .orElseThrow(() -> new StorageUnavailable("no storage node is known"));
    }

    private static void pauseBefore(int attempt) {
        if (attempt == 0) {
            return;
        }
        try {
            Thread.sleep(FIRST_PAUSE_MILLIS << attempt);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("interrupted", interrupted);
        }
    }
}
