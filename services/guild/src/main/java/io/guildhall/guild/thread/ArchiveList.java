package io.guildhall.guild.thread;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.JoinedArchivedThreads;
import java.util.List;

/**
 * A channel's archived threads in one of the orders in which they are listed.
 *
 * @param order by what they are sorted, downwards; the thread's id last
 */
record ArchiveList(Table table, List<Long> partition, List<Column<Long>> order) {
    /**
     * The last archived first.
     *
     * @param kind {@link ArchivedThreadLists#PUBLIC} or {@link ArchivedThreadLists#PRIVATE}
     */
    static ArchiveList of(long channelId, long kind) {
        return new ArchiveList(
                ArchivedThreadLists.TABLE,
                List.of(channelId, kind),
                List.of(ArchivedThreadLists.ARCHIVED_AT, ArchivedThreadLists.THREAD_ID));
    }

    /** Private ones that somebody was in when they were archived, the newest first. */
    static ArchiveList joined(long channelId, long userId) {
        return new ArchiveList(
                JoinedArchivedThreads.TABLE, List.of(channelId, userId), List.of(JoinedArchivedThreads.THREAD_ID));
    }

    /** @param before the place after which it begins: values of the first of what they are sorted by, or none */
    List<RowView> page(StorageFacade storage, List<Long> before, int limit) {
        Read read = Read.from(table, partition.toArray()).limit(limit);
        return storage.read(table, (before.isEmpty() ? read : read.after(before.toArray())).build());
    }

    List<Long> place(RowView row) {
        return order.stream().map(row::get).toList();
    }

    long threadId(RowView row) {
        return row.get(order.getLast());
    }
}
