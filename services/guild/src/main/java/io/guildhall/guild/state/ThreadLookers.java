package io.guildhall.guild.state;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.model.rpc.SessionRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * People's sessions that look at who is in threads. It never changes.
 *
 * @param byUser each user's, never empty
 * @param counts how many look at each thread
 */
public record ThreadLookers(LongMap<List<ThreadLooker>> byUser, LongMap<Integer> counts) {
    static final ThreadLookers NOBODY = new ThreadLookers(LongMap.empty(), LongMap.empty());

    public boolean isEmpty() {
        return byUser.isEmpty();
    }

    public boolean watch(long threadId) {
        return counts.contains(threadId);
    }

    public List<ThreadLooker> of(long userId) {
        return byUser.find(userId).orElse(List.of());
    }

    public Optional<ThreadLooker> find(SessionRef session, long userId) {
        return of(userId).stream()
                .filter(looker -> looker.session().equals(session))
                .findFirst();
    }

    /** @param looker that is not here */
    ThreadLookers with(ThreadLooker looker) {
        LongMap<Integer> more = counts;
        for (long thread : looker.threads()) {
            more = more.with(thread, more.find(thread).orElse(0) + 1);
        }
        List<ThreadLooker> sessions =
                Stream.concat(of(looker.userId()).stream(), Stream.of(looker)).toList();
        return new ThreadLookers(byUser.with(looker.userId(), sessions), more);
    }

    /** @param looker that is here */
    ThreadLookers without(ThreadLooker looker) {
        LongMap<Integer> fewer = counts;
        for (long thread : looker.threads()) {
            int left = fewer.find(thread).orElse(1) - 1;
            fewer = left == 0 ? fewer.without(thread) : fewer.with(thread, left);
        }
        List<ThreadLooker> sessions = of(looker.userId()).stream()
                .filter(other -> !other.session().equals(looker.session()))
                .toList();
        return new ThreadLookers(
                sessions.isEmpty() ? byUser.without(looker.userId()) : byUser.with(looker.userId(), sessions), fewer);
    }
}
