package io.guildhall.guild.thread;

import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Some of a channel's archived threads.
 *
 * @param more whether others follow
 */
record ArchivePage(List<GuildThread> threads, boolean more) {
    /** So often it is read on when what was read is for others, or was brought back meanwhile. */
    private static final int MOST_ROUNDS = 5;

    /**
     * Reads a page, outside the mailbox.
     *
     * @param before where it begins, as {@link ArchiveList#page} has it
     * @param listed what is not passed over
     */
    static ArchivePage read(
            StorageFacade storage,
            long guildId,
            ArchiveList list,
            List<Long> before,
            int limit,
            Predicate<GuildThread> listed) {
        List<GuildThread> found = new ArrayList<>();
        List<Long> place = before;
        boolean more = true;
        for (int round = 0; more && found.size() <= limit && round < MOST_ROUNDS; round++) {
            List<RowView> rows = list.page(storage, place, limit + 1);
            SideBySide.map(rows, row -> storage.row(ArchivedThreads.TABLE, guildId, list.threadId(row))).stream()
                    .flatMap(Optional::stream)
                    .map(GuildThread::of)
                    .filter(listed)
                    .forEach(found::add);
            more = rows.size() > limit;
            place = rows.isEmpty() ? place : list.place(rows.getLast());
        }
        return found.size() > limit ? new ArchivePage(found.subList(0, limit), true) : new ArchivePage(found, more);
    }
}
