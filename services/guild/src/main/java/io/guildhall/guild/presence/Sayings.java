package io.guildhall.guild.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the sessions of one user say, each different presence once, the oldest first, with how many sessions say it. It never changes.
 *
 * <p>Every guild of the user keeps it, and an account may have a thousand sessions: so the activities of no more than {@value #MOST} different ones are kept,
 * and sessions that say the same share it.
 */
record Sayings(List<Saying> all) {
    /** As many as there are activities that anybody is told of. */
    private static final int MOST = 32;

    static final Sayings NONE = new Sayings(List.of());

    record Saying(SessionPresence presence, int sessions) {}

    /** What is kept of what one more session says: what others say already, or what it does only while few say different things. */
    SessionPresence kept(SessionPresence presence) {
        return presences()
                .filter(presence::equals)
                .findFirst()
                .orElseGet(() -> all.size() < MOST || presence.activities().isEmpty()
                        ? presence
                        : kept(presence.withoutActivities()));
    }

    Sayings with(SessionPresence presence) {
        return changed(presence, 1);
    }

    Sayings without(SessionPresence presence) {
        return changed(presence, -1);
    }

    Stream<SessionPresence> presences() {
        return all.stream().map(Saying::presence);
    }

    private Sayings changed(SessionPresence presence, int by) {
        List<Saying> next = new ArrayList<>(all);
        for (int index = 0; index < next.size(); index++) {
            Saying saying = next.get(index);
            if (saying.presence().equals(presence)) {
                int sessions = saying.sessions() + by;
                if (sessions == 0) {
                    next.remove(index);
                } else {
                    next.set(index, new Saying(presence, sessions));
                }
                return new Sayings(List.copyOf(next));
            }
        }
        next.add(new Saying(presence, by));
        return new Sayings(List.copyOf(next));
    }
}
