package io.guildhall.guild.thread;

import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.Threads;
import java.util.List;

/**
 * A thread as searches look at it.
 *
 * @param active the thread, while it is active; null when it is archived
 * @param lastMessageId 0 when it has no message
 */
record ThreadHit(GuildThread active, long id, String name, List<Long> tags, long lastMessageId, long archivedAt) {
    static ThreadHit of(GuildThread thread) {
        return new ThreadHit(
                thread,
                thread.id(),
                thread.name(),
                thread.row().get(Threads.APPLIED_TAGS, List.of()),
                thread.lastMessageId(),
                thread.row().get(Threads.ARCHIVED_AT, 0L));
    }

    /** @param listed a row of {@link ArchivedThreadLists} */
    static ThreadHit archived(RowView listed) {
        return new ThreadHit(
                null,
                listed.get(ArchivedThreadLists.THREAD_ID),
                listed.get(ArchivedThreadLists.NAME, ""),
                listed.get(ArchivedThreadLists.APPLIED_TAGS, List.of()),
                listed.get(ArchivedThreadLists.LAST_MESSAGE_ID, 0L),
                listed.get(ArchivedThreadLists.ARCHIVED_AT));
    }
}
