package io.guildhall.guild.search;

import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.JoinedArchivedThreads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The archived threads of a guild. Reads, so it is for use outside the mailbox. */
record GuildThreads(StorageFacade storage, long guildId) {
    private static final int AT_ONCE = 100;

    /** The ids of a channel's archived threads, of one kind of {@link ArchivedThreadLists}. */
    List<Long> archived(long channelId, long kind) {
        return storage.all(ArchivedThreadLists.TABLE, channelId, kind).stream()
                .map(row -> row.get(ArchivedThreadLists.THREAD_ID))
                .toList();
    }

    /** The ids of a channel's archived private threads that the user is in. */
    List<Long> joined(long channelId, long userId) {
        return storage.all(JoinedArchivedThreads.TABLE, channelId, userId).stream()
                .map(row -> row.get(JoinedArchivedThreads.THREAD_ID))
                .toList();
    }

    /** Those of the archived threads that exist. */
    List<GuildThread> find(Collection<Long> threadIds) {
        List<Long> ids = List.copyOf(threadIds);
        List<GuildThread> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Optional<RowView>> rows = SideBySide.map(
                    ids.subList(from, Math.min(from + AT_ONCE, ids.size())),
                    thread -> storage.row(ArchivedThreads.TABLE, guildId, thread));
            rows.forEach(row -> row.map(GuildThread::of).ifPresent(found::add));
        }
        return found;
    }
}
