package io.guildhall.guild.threadlist;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadLooker;
import io.guildhall.guild.state.ThreadRoster;
import io.guildhall.guild.state.WatchedThreads;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscription;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * People's sessions look at who is in threads. What changes is told together, after a moment that is longer for longer lists, since each telling
 * has the whole list: so a looker of a thread gets no more of it in a second than of {@value #MEMBERS_PER_SECOND} members, whatever happens.
 */
@Singleton
public final class ThreadLooks {
    /** Of one session in one guild. */
    private static final int MOST_THREADS = 10;

    private static final long MOMENT_MILLIS = 250;
    private static final int MEMBERS_PER_SECOND = 100;
    private static final long SECOND_MILLIS = 1_000;

    /** What is left of this when only threads count that are active and show to the user. */
    public Subscription seen(GuildState guild, long userId, Subscription wanted) {
        if (wanted.getThreadMemberListsCount() == 0) {
            return wanted;
        }
        Optional<GuildMember> member = guild.findMember(userId);
        List<Long> seen = wanted.getThreadMemberListsList().stream()
                .distinct()
                .filter(thread -> member.isPresent() && shows(guild, member.get(), thread))
                .limit(MOST_THREADS)
                .toList();
        return wanted.toBuilder()
                .clearThreadMemberLists()
                .addAllThreadMemberLists(seen)
                .build();
    }

    /** The session comes, or comes back: whatever it looks at it may have missed. */
    public void comes(GuildState guild, Session session, Subscription subscription) {
        guild.findPart(WatchedThreads.class)
                .ifPresent(watched -> keep(guild, watched, watched.without(session.getRef(), session.getUserId())));
        looks(guild, session, subscription, false);
    }

    /**
     * The session looks at this from now on.
     *
     * @param subscription as it is {@link #seen}
     * @param told whether it is told by itself of what it begins to look at; otherwise the next telling has it
     */
    public void looks(GuildState guild, Session session, Subscription subscription, boolean told) {
        Optional<WatchedThreads> found = guild.findPart(WatchedThreads.class);
        if (found.isEmpty() && subscription.getThreadMemberListsCount() == 0) {
            return;
        }
        WatchedThreads before = found.orElseGet(() -> WatchedThreads.of(guild));
        List<Long> known = before.lookers()
                .find(session.getRef(), session.getUserId())
                .map(ThreadLooker::threads)
                .orElse(List.of());
        WatchedThreads next = before.with(new ThreadLooker(session.getRef(), session.getUserId(), subscription));
        for (long thread : subscription.getThreadMemberListsList()) {
            next = told || known.contains(thread) ? next : next.changed(thread);
        }
        keep(guild, before, next);
    }

    /** These sessions are gone. */
    public void left(GuildState guild, Collection<SessionRef> sessions) {
        guild.findPart(WatchedThreads.class).ifPresent(watched -> {
            WatchedThreads next = watched;
            for (SessionRef ref : sessions) {
                Optional<JoiningSession> joined = guild.audience().find(ref);
                if (joined.isPresent()) {
                    next = next.without(ref, joined.get().getSession().getUserId());
                }
            }
            keep(guild, watched, next);
        });
    }

    /** The guild was just loaded: who looked before looks on, and is told anew. */
    public void loaded(GuildState guild) {
        List<JoiningSession> looking = guild.exists() ? guild.audience().looking() : List.of();
        looking.forEach(joined -> looks(
                guild,
                joined.getSession(),
                seen(guild, joined.getSession().getUserId(), joined.getSubscription()),
                false));
    }

    /** Whether somebody looks. */
    public boolean isNeeded(GuildState guild) {
        return guild.findPart(WatchedThreads.class).isPresent();
    }

    /**
     * A command was handled. Whatever it changed in lists is told in a moment.
     *
     * @param behind sessions that may have missed some of what they were told
     */
    public void noticed(GuildState guild, List<SessionRef> behind, Changes changes) {
        Optional<WatchedThreads> found = guild.findPart(WatchedThreads.class);
        if (found.isEmpty() || !guild.exists()) {
            return;
        }
        WatchedThreads next = found.get();
        for (SessionRef session : behind) {
            next = missed(guild, next, session);
        }
        next = next.under(guild.contents());
        if (next.works() && !next.awaited(guild.now())) {
            next = next.askedAt(guild.now());
            changes.stepLater(guild.context().key(), TellThreadMembers.STEP, Duration.ofMillis(pause(guild, next)));
        }
        if (next != found.get()) {
            guild.putPart(next);
        }
    }

    static boolean shows(GuildState guild, GuildMember member, long threadId) {
        return guild.threads()
                .byId()
                .find(threadId)
                .filter(thread -> guild.permissions().shows(member, thread))
                .isPresent();
    }

    static void keep(GuildState guild, WatchedThreads before, WatchedThreads next) {
        if (next.lookers().isEmpty()) {
            guild.removePart(WatchedThreads.class);
        } else if (next != before) {
            guild.putPart(next);
        }
    }

    /** ms from one telling of the thread's members to the next. */
    static long interval(GuildThread thread) {
        int members = Math.min(thread.members().size(), ThreadRoster.MOST);
        return Math.max(MOMENT_MILLIS, members * SECOND_MILLIS / MEMBERS_PER_SECOND);
    }

    private static WatchedThreads missed(GuildState guild, WatchedThreads watched, SessionRef session) {
        WatchedThreads next = watched;
        List<Long> looked = guild.audience()
                .find(session)
                .flatMap(joined ->
                        watched.lookers().find(session, joined.getSession().getUserId()))
                .map(ThreadLooker::threads)
                .orElse(List.of());
        for (long thread : looked) {
            next = next.changed(thread);
        }
        return next;
    }

    private static long pause(GuildState guild, WatchedThreads watched) {
        long due = watched.doubts().any() ? guild.now() : watched.firstDueAt();
        return Math.max(MOMENT_MILLIS, due - guild.now());
    }
}
