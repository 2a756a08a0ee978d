package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.rpc.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A guild that a session is joining: what happens there in the meantime waits until the session has the guild as it was at a
 * position, which it pulls. Bounded in bytes: when more happens than fits, what waits is forgotten, and the guild has to be asked
 * for once more, as it is after all that. On the session's lane.
 */
public final class Joining {
    /** Bytes that wait for one session and guild; payloads are shared with other sessions. */
    static final long MAX_HELD_BYTES = 1 << 20;

    private record Held(long epoch, long sequence, Dispatch dispatch) {}

    private final LaneActor guild;
    private List<Held> held = new ArrayList<>(0);
    private long bytes;
    private boolean stale;

    Joining(LaneActor guild) {
        this.guild = guild;
    }

    boolean of(LaneActor actor) {
        return guild == actor;
    }

    void hold(LaneEvent event, RecentBytes recent) {
        bytes += event.dispatch().weight();
        if (bytes > MAX_HELD_BYTES || passed(recent)) {
            held = new ArrayList<>(0);
            bytes = 0;
            stale = true;
            return;
        }
        held.add(new Held(event.epoch(), event.sequence(), event.dispatch()));
    }

    private boolean passed(RecentBytes recent) {
        return !held.isEmpty() && recent.passed(held.getFirst().dispatch());
    }

    /** What was asked for so far is not enough: something that it does not contain was forgotten, or goes to another owner now. */
    void outdate() {
        stale = true;
    }

    /** True once when the guild has to be asked for anew. */
    public boolean takeStale() {
        boolean was = stale;
        stale = false;
        return was;
    }

    /** True when what is under way will not be enough. */
    public boolean stale() {
        return stale;
    }

    /** Gives the session what happened after the position. */
    void finish(Session session, Position after) {
        for (Held event : held) {
            if (event.epoch() == 0
                    || LaneActor.after(event.epoch(), event.sequence(), after.getEpoch(), after.getSequence())) {
                session.receive(event.dispatch());
            }
        }
    }
}
