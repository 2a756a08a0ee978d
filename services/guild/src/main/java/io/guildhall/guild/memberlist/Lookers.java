package io.guildhall.guild.memberlist;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.SortedTree;
import io.guildhall.model.rpc.SessionRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sessions that look at parts of lists, found by session and by user. It never changes.
 *
 * @param byUser each user's sessions, never empty
 */
record Lookers(SortedTree<Looking> bySession, LongMap<List<SessionRef>> byUser) {
    static final Lookers NOBODY = new Lookers(Looking.NOBODY, LongMap.empty());

    int size() {
        return bySession.size();
    }

    List<Looking> all() {
        return bySession.range(0, size());
    }

    /** Those that follow this one by the order of sessions, whether or not it looks itself. */
    List<Looking> after(SessionRef session, int limit) {
        return Looking.after(bySession, session, limit);
    }

    Optional<Looking> find(SessionRef session) {
        return Looking.find(bySession, session);
    }

    List<SessionRef> of(long userId) {
        return byUser.find(userId).orElse(List.of());
    }

    Lookers with(Looking looked) {
        Lookers others = without(looked);
        List<SessionRef> sessions = Stream.concat(others.of(looked.userId()).stream(), Stream.of(looked.session()))
                .toList();
        return new Lookers(others.bySession.with(looked), others.byUser.with(looked.userId(), sessions));
    }

    Lookers without(Looking looked) {
        List<SessionRef> left = of(looked.userId()).stream()
                .filter(session -> !session.equals(looked.session()))
                .toList();
        return new Lookers(
                bySession.without(looked),
                left.isEmpty() ? byUser.without(looked.userId()) : byUser.with(looked.userId(), left));
    }
}
