package io.guildhall.guild.presence;

import io.guildhall.guild.collection.SortedTree;
import io.guildhall.model.rpc.SessionRef;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a user's sessions said. A bot may have thousands that all say the same, so a session that comes or goes costs no walk over the
 * others.
 *
 * @param spoken what they say, each different saying once
 * @param listed where the user stands in the list of who is online; null when others do not see it there
 */
record SaidByUser(SortedTree<Said> sessions, Sayings spoken, OnlineUser listed) {
    private static final Comparator<SessionRef> BY_PLACE =
            Comparator.comparing(SessionRef::getGateway).thenComparingLong(SessionRef::getNumber);
    static final SaidByUser NOTHING =
            new SaidByUser(SortedTree.empty(Comparator.comparing(Said::session, BY_PLACE)), Sayings.NONE, null);

    /** @param presence null where only the session is looked for */
    record Said(SessionRef session, SessionPresence presence) {}

    SaidByUser with(SessionRef session, SessionPresence presence) {
        Optional<Said> before = sessions.find(new Said(session, null));
        if (before.isPresent() && before.get().presence().equals(presence)) {
            return this;
        }
        Sayings others = before.map(old -> spoken.without(old.presence())).orElse(spoken);
        SessionPresence kept = others.kept(presence);
        return new SaidByUser(sessions.with(new Said(session, kept)), others.with(kept), listed);
    }

    SaidByUser without(SessionRef session) {
        Optional<Said> before = sessions.find(new Said(session, null));
        return before.map(old -> new SaidByUser(sessions.without(old), spoken.without(old.presence()), listed))
                .orElse(this);
    }

    SaidByUser listedAs(OnlineUser user) {
        return new SaidByUser(sessions, spoken, user);
    }

    boolean isEmpty() {
        return sessions.size() == 0;
    }

    boolean visible() {
        return counting().anyMatch(SessionPresence::visible);
    }

    UserPresence presence(long userId) {
        return UserPresence.of(userId, counting().toList());
    }

    /** Those of connected sessions; those of waiting ones when there are no others. */
    private Stream<SessionPresence> counting() {
        boolean connected = spoken.presences().anyMatch(presence -> !presence.waiting());
        return spoken.presences().filter(presence -> presence.waiting() != connected);
    }
}
