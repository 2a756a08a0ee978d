package io.guildhall.guild.thread;

import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.ArchivedThreads;
import io.guildhall.model.table.catalogue.JoinedArchivedThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for threads of one channel, outside the mailbox. Among the archived ones it looks at the {@value Read#MAX_LIMIT} that were archived
 * last, by what their list says of them: three reads for a search, and one for each archived thread of the page.
 *
 * @param active the channel's active threads that show to the member
 * @param manages whether the member sees private threads that it is not in
 */
record ThreadSearch(
        StorageFacade storage,
        long guildId,
        long channelId,
        GuildMember member,
        boolean manages,
        List<GuildThread> active) {
    /**
     * Some of the threads that fit.
     *
     * @param total how many fit
     */
    record Page(List<GuildThread> threads, int total, boolean more) {}

    Page page(ThreadQuery query, int offset, int limit) {
        List<ThreadHit> hits = candidates(query.archived())
                .filter(query::fits)
                .sorted(query.order())
                .toList();
        List<ThreadHit> page = hits.stream().skip(offset).limit(limit).toList();
        List<GuildThread> threads = SideBySide.map(page, this::read).stream()
                .flatMap(Optional::stream)
                .toList();
        return new Page(threads, hits.size(), offset + page.size() < hits.size());
    }

    private Stream<ThreadHit> candidates(Optional<Boolean> archived) {
        List<ThreadHit> candidates = new ArrayList<>();
        if (!archived.orElse(false)) {
            active.forEach(thread -> candidates.add(ThreadHit.of(thread)));
        }
        if (archived.orElse(true)) {
            archived(ArchivedThreadLists.PUBLIC).forEach(row -> candidates.add(ThreadHit.archived(row)));
            closed().forEach(row -> candidates.add(ThreadHit.archived(row)));
        }
        return candidates.stream();
    }

    private List<RowView> archived(long kind) {
        return storage.read(
                ArchivedThreadLists.TABLE,
                Read.from(ArchivedThreadLists.TABLE, channelId, kind).build());
    }

    /** The private ones that the member may see. */
    private Stream<RowView> closed() {
        if (manages) {
            return archived(ArchivedThreadLists.PRIVATE).stream();
        }
        Set<Long> joined = storage
                .read(
                        JoinedArchivedThreads.TABLE,
                        Read.from(JoinedArchivedThreads.TABLE, channelId, member.id())
                                .build())
                .stream()
                .map(row -> row.get(JoinedArchivedThreads.THREAD_ID))
                .collect(Collectors.toSet());
        return joined.isEmpty()
                ? Stream.empty()
                : archived(ArchivedThreadLists.PRIVATE).stream()
                        .filter(row -> joined.contains(row.get(ArchivedThreadLists.THREAD_ID)));
    }

    /** Empty when it was brought back or deleted meanwhile, and when it is one that the member was in before it left the guild. */
    private Optional<GuildThread> read(ThreadHit hit) {
        if (hit.active() != null) {
            return Optional.of(hit.active());
        }
        return storage.row(ArchivedThreads.TABLE, guildId, hit.id())
                .map(GuildThread::of)
                .filter(thread -> !thread.closed() || manages || thread.joinedBy(member));
    }
}
