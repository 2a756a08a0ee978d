package io.guildhall.guild.state;

import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.model.rpc.SessionRef;
import java.util.Optional;

/**
 * The threads of a guild whose members somebody looks at, and what happened since they were told; kept only while somebody looks. It never
 * changes, so that a refused command takes its changes of it back like any other.
 *
 * @param changed threads in which members came, went or are different, each with any value
 * @param dueAt when a thread that was told may be told again, in ms since 1970
 * @param doubts lookers who may see less than they look at
 * @param askedAt when the guild asked itself to tell, in ms since 1970; 0 when it does not await that
 */
public record WatchedThreads(
        ThreadLookers lookers, LongMap<Boolean> changed, LongMap<Long> dueAt, SightDoubts doubts, long askedAt) {
    /** What was asked for and did not come by then is asked for again. */
    private static final long LOST_MILLIS = 10_000;

    public static WatchedThreads of(GuildState guild) {
        return new WatchedThreads(ThreadLookers.NOBODY, LongMap.empty(), LongMap.empty(), SightDoubts.none(guild), 0);
    }

    /** Whether there is something to be told or looked through. */
    public boolean works() {
        return !changed.isEmpty() || doubts.any();
    }

    public boolean awaited(long now) {
        return askedAt != 0 && askedAt + LOST_MILLIS > now;
    }

    public WatchedThreads askedAt(long now) {
        return new WatchedThreads(lookers, changed, dueAt, doubts, now);
    }

    /** The session looks at what it looked at no longer, but at this. */
    public WatchedThreads with(ThreadLooker looker) {
        WatchedThreads others = without(looker.session(), looker.userId());
        return looker.threads().isEmpty() ? others : others.with(others.lookers.with(looker));
    }

    public WatchedThreads without(SessionRef session, long userId) {
        Optional<ThreadLooker> found = lookers.find(session, userId);
        if (found.isEmpty()) {
            return this;
        }
        ThreadLookers left = lookers.without(found.get());
        LongMap<Boolean> news = changed;
        LongMap<Long> pauses = dueAt;
        for (long thread : found.get().threads()) {
            if (!left.watch(thread)) {
                news = news.without(thread);
                pauses = pauses.without(thread);
            }
        }
        return new WatchedThreads(left, news, pauses, doubts, askedAt);
    }

    /** Who is in the thread, or what they are, is different from what was told. */
    public WatchedThreads changed(long threadId) {
        return lookers.watch(threadId)
                ? new WatchedThreads(lookers, changed.with(threadId, true), dueAt, doubts, askedAt)
                : this;
    }

    /** The thread's lookers were told who is in it. */
    public WatchedThreads told(long threadId, long again) {
        return new WatchedThreads(lookers, changed.without(threadId), dueAt.with(threadId, again), doubts, askedAt);
    }

    /** When the thread may be told, in ms since 1970. */
    public long dueAt(long threadId) {
        return dueAt.find(threadId).orElse(0L);
    }

    /** When the first of those threads may be told that changed; {@link Long#MAX_VALUE} when none did. */
    public long firstDueAt() {
        long first = Long.MAX_VALUE;
        Cursor<Boolean> cursor = changed.cursor();
        while (cursor.hasNext()) {
            cursor.next();
            first = Math.min(first, dueAt(cursor.id()));
        }
        return first;
    }

    /** Everybody is looked through once more if the rules by which channels show became others. */
    public WatchedThreads under(GuildContents now) {
        return with(doubts.under(now));
    }

    /** So many of those who are to be looked through are. */
    public WatchedThreads lookedThrough(int limit) {
        return with(doubts.without(lookers, limit));
    }

    /** The member, or its presence, is different. */
    WatchedThreads noticed(long userId, ThreadList threads) {
        WatchedThreads next = doubting(userId);
        Cursor<Integer> watched = lookers.counts().cursor();
        while (watched.hasNext()) {
            watched.next();
            GuildThread thread = threads.byId().get(watched.id());
            if (thread != null && thread.members().contains(userId)) {
                next = next.changed(watched.id());
            }
        }
        return next;
    }

    /** @param before null for a thread that was not active */
    WatchedThreads noticed(GuildThread before, GuildThread after) {
        if (!lookers.watch(after.id()) || (before != null && before.members().equals(after.members()))) {
            return this;
        }
        WatchedThreads next = changed(after.id());
        if (before != null) {
            for (long user : before.members().users()) {
                next = after.members().contains(user) ? next : next.doubting(user);
            }
        }
        return next;
    }

    /** The thread is not active any more. */
    WatchedThreads gone(long threadId) {
        return lookers.watch(threadId) ? with(doubts.aboutAll()) : this;
    }

    private WatchedThreads doubting(long userId) {
        return lookers.of(userId).isEmpty() ? this : with(doubts.about(userId));
    }

    private WatchedThreads with(ThreadLookers next) {
        return new WatchedThreads(next, changed, dueAt, doubts, askedAt);
    }

    private WatchedThreads with(SightDoubts next) {
        return next == doubts ? this : new WatchedThreads(lookers, changed, dueAt, next, askedAt);
    }
}
