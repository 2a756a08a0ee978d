package io.guildhall.api.upload;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.objects.ObjectStore;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Removes files that nothing carries: those whose message, channel or guild was deleted, pictures whose row shows another one or
 * is gone, and those that no message or row came to carry. The marks are divided among the api nodes; two that work at once only do the same twice.
 */
final class FileSweep {
    private static final int PAGE = 500;

    private final StorageAccess storage;
    private final List<MarkedFiles> files;
    private final Discovery discovery;
    private final Clock clock;

    FileSweep(StorageAccess storage, ObjectStore store, Discovery discovery, Clock clock) {
        this.storage = storage;
        this.files = List.of(new MarkedAttachments(store), new MarkedPictures(store));
        this.discovery = discovery;
        this.clock = clock;
    }

    /** Goes through all marks once. */
    void round(BooleanSupplier goesOn) throws IOException {
        for (MarkedFiles kind : files) {
            for (long shard = 0; shard < kind.shards(); shard++) {
                if (isMine(shard)) {
                    sweep(kind, shard, goesOn);
                }
            }
        }
    }

    private void sweep(MarkedFiles kind, long shard, BooleanSupplier goesOn) throws IOException {
        List<RowView> page = page(kind.first(shard));
        while (!page.isEmpty() && goesOn.getAsBoolean()) {
            List<Mutation> settled = new ArrayList<>();
            for (RowView mark : page) {
                if (settle(kind, mark)) {
                    settled.add(kind.settled(mark));
                }
            }
            if (!settled.isEmpty()) {
                storage.write(settled).await().indefinitely();
            }
            page = page.size() < PAGE ? List.of() : page(kind.after(page.getLast()));
        }
    }

    /** False when the mark must stay. */
    private boolean settle(MarkedFiles kind, RowView mark) throws IOException {
        if (kind.gone(mark)) {
            kind.remove(mark);
            return true;
        }
        boolean due = kind.dueAt(mark) <= clock.millis();
        if (due && kind.dueAt(mark) > 0 && !kind.carried(mark)) {
            kind.remove(mark);
        }
        return due;
    }

    private boolean isMine(long shard) {
        String self = discovery.self(Role.API).id();
        return Ring.choose(discovery.nodes(Role.API), shard)
                .filter(node -> node.id().equals(self))
                .isPresent();
    }

    private List<RowView> page(Read read) {
        return storage.rows(read.limit(PAGE).build()).await().indefinitely();
    }
}
