package io.guildhall.relay.audience;

import io.guildhall.model.rpc.SessionRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The sessions of one join so far; it may come in several frames, and what they missed comes with the last. */
final class JoinInParts {
    private final List<SessionRef> fresh = new ArrayList<>();
    private final List<SessionRef> known = new ArrayList<>();

    void add(SessionRef session, boolean present) {
        (present ? known : fresh).add(session);
    }

    /** @param sentOn whether the event was sent on here already: sessions that never left have had it */
    Collection<SessionRef> receivers(boolean sentOn) {
        List<SessionRef> receivers = new ArrayList<>(fresh);
        if (!sentOn) {
            receivers.addAll(known);
        }
        return receivers;
    }
}
