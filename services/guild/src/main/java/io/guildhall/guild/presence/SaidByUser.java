package io.guildhall.guild.presence;

import io.guildhall.model.rpc.SessionRef;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a user's sessions said, the oldest session first.
 *
 * @param listed where the user stands in the list of who is online; null when others do not see it there
 */
record SaidByUser(List<Said> sessions, OnlineUser listed) {
    static final SaidByUser NOTHING = new SaidByUser(List.of(), null);

    record Said(SessionRef session, SessionPresence presence) {}

    SaidByUser with(SessionRef session, SessionPresence presence) {
        Said said = new Said(session, presence);
        boolean known = sessions.stream().anyMatch(other -> other.session().equals(session));
        List<Said> next = known
                ? sessions.stream()
                        .map(other -> other.session().equals(session) ? said : other)
                        .toList()
                : Stream.concat(sessions.stream(), Stream.of(said)).toList();
        return new SaidByUser(List.copyOf(next), listed);
    }

    SaidByUser without(SessionRef session) {
        return new SaidByUser(
                List.copyOf(sessions.stream()
                        .filter(other -> !other.session().equals(session))
                        .toList()),
                listed);
    }

    SaidByUser listedAs(OnlineUser user) {
        return new SaidByUser(sessions, user);
    }

    boolean visible() {
        return sessions.stream().anyMatch(said -> said.presence().visible());
    }

    UserPresence presence(long userId) {
        return UserPresence.of(userId, sessions.stream().map(Said::presence).toList());
    }
}
