package io.guildhall.guild.purge;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.AttachmentMarks;
import io.guildhall.model.table.catalogue.ChannelOwners;
import io.guildhall.model.table.catalogue.ChannelPurges;
import io.guildhall.model.table.catalogue.JoinedArchivedThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Takes the archived threads of a deleted channel apart, some at a time: each is forgotten in the batch that asks for its own
 * messages to be removed, so this may be cut off anywhere and begun again. Nobody finds a thread whose channel is gone.
 */
record ArchivePurge(StorageFacade storage, long channelId, BooleanSupplier goesOn) {
    /** Threads in one batch. */
    private static final int BATCH = 50;

    /** True when no thread is left. */
    boolean run() {
        return clear(ArchivedThreadLists.PUBLIC) && clear(ArchivedThreadLists.PRIVATE);
    }

    private boolean clear(long kind) {
        List<RowView> page = page(kind);
        while (!page.isEmpty()) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            List<Mutation> batch = new ArrayList<>();
            page.forEach(listed -> forget(listed, kind, batch));
            storage.writeNow(batch);
            page = page(kind);
        }
        return true;
    }

    private void forget(RowView listed, long kind, List<Mutation> batch) {
        long thread = listed.get(ArchivedThreadLists.THREAD_ID);
        long guild = listed.get(ArchivedThreadLists.GUILD_ID, 0L);
        batch.add(Write.delete(ChannelOwners.TABLE, thread));
        batch.add(Write.to(ChannelPurges.TABLE, ChannelPurges.shard(thread), thread)
                .set(ChannelPurges.GUILD_ID, guild)
                .set(ChannelPurges.REQUESTED_AT, 0L)
                .build());
        batch.add(AttachmentMarks.gone(thread, AttachmentMarks.ALL));
        if (kind == ArchivedThreadLists.PRIVATE) {
            storage.row(ArchivedThreads.TABLE, guild, thread).ifPresent(row -> unlist(row, thread, batch));
        }
        batch.add(Write.delete(ArchivedThreads.TABLE, guild, thread));
        batch.add(Write.delete(
                ArchivedThreadLists.TABLE, channelId, kind, listed.get(ArchivedThreadLists.ARCHIVED_AT), thread));
    }

    private void unlist(RowView row, long thread, List<Mutation> batch) {
        GuildThread.of(row)
                .members()
                .list()
                .forEach(user -> batch.add(Write.delete(JoinedArchivedThreads.TABLE, channelId, user, thread)));
    }

    private List<RowView> page(long kind) {
        return storage.read(
                ArchivedThreadLists.TABLE,
                Read.from(ArchivedThreadLists.TABLE, channelId, kind)
                        .limit(BATCH)
                        .build());
    }
}
