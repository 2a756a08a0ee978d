package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.SessionRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Events that are not replayed, and the sessions that may have missed some. Bounded by the audience. Not safe for threads. */
final class PassingEvents {
    private final Set<SessionRef> behind = new HashSet<>();
    private Position last = Position.getDefaultInstance();

    void sent(Position position) {
        last = position;
    }

    /**
     * A partition has another relay.
     *
     * @param delivered everything up to here has reached its sessions
     */
    void placed(Partition partition, Position delivered) {
        if (Positions.after(last, delivered)) {
            partition
                    .looking()
                    .forEach(session -> behind.add(session.getSession().getRef()));
        }
    }

    /** Each once. */
    List<SessionRef> takeBehind() {
        List<SessionRef> taken = List.copyOf(behind);
        behind.clear();
        return taken;
    }
}
