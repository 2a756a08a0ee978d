package io.guildhall.api.upload;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Removes files that nothing carries: those whose message, channel or guild was deleted, and those that no message came to carry.
 * The marks are divided among the api nodes; two that work at once only do the same twice.
 */
final class FileSweep {
    private static final int PAGE = 500;

    private final StorageAccess storage;
    private final ObjectStore store;
    private final Discovery discovery;
    private final Clock clock;

    FileSweep(StorageAccess storage, ObjectStore store, Discovery discovery, Clock clock) {
        this.storage = storage;
        this.store = store;
        this.discovery = discovery;
        this.clock = clock;
    }

    /** Goes through all marks once. */
    void round(BooleanSupplier goesOn) throws IOException {
        for (long shard = 0; shard < AttachmentMarks.SHARDS; shard++) {
            if (isMine(shard)) {
                sweep(shard, goesOn);
            }
        }
    }

    private void sweep(long shard, BooleanSupplier goesOn) throws IOException {
        List<RowView> page = page(Read.from(AttachmentMarks.TABLE, shard));
        while (!page.isEmpty() && goesOn.getAsBoolean()) {
            List<Mutation> settled = new ArrayList<>();
            for (RowView mark : page) {
                if (settle(mark)) {
                    settled.add(AttachmentMarks.settled(
                            mark.get(AttachmentMarks.CHANNEL_ID), mark.get(AttachmentMarks.ATTACHMENT_ID)));
                }
            }
            if (!settled.isEmpty()) {
                storage.write(settled).await().indefinitely();
            }
            RowView last = page.getLast();
            page = page.size() < PAGE
                    ? List.of()
                    : page(Read.from(AttachmentMarks.TABLE, shard)
                            .after(last.get(AttachmentMarks.CHANNEL_ID), last.get(AttachmentMarks.ATTACHMENT_ID)));
        }
    }

    /** False when the mark must stay. */
    private boolean settle(RowView mark) throws IOException {
        long channel = mark.get(AttachmentMarks.CHANNEL_ID);
        long attachment = mark.get(AttachmentMarks.ATTACHMENT_ID);
        boolean due = mark.get(AttachmentMarks.DUE_AT, 0L) <= clock.millis();
        if (mark.get(AttachmentMarks.GONE, false)) {
            store.deleteAll(
                    attachment == AttachmentMarks.ALL
                            ? FileKey.ofChannel(channel)
                            : new FileKey(channel, attachment).prefix());
            return true;
        }
        if (due && mark.has(AttachmentMarks.DUE_AT) && !mark.get(AttachmentMarks.CARRIED, false)) {
            store.deleteAll(new FileKey(channel, attachment).prefix());
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
