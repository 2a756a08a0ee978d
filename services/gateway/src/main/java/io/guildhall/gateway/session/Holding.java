package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens in a guild while its session waits for an answer that shows part of the guild as it was at one moment. It follows the answer,
 * so that nothing later is undone by it; what was before that moment and comes after the answer tells nothing that the answer does not.
 * Bounded in bytes: when more happens than fits, everything follows at once, and the answer is of no use any more. On the session's lane.
 */
public final class Holding {
    /** Bytes that wait for one session and guild; payloads are shared with other sessions. */
    static final long MAX_HELD_BYTES = 1 << 20;

    private final LaneActor guild;
    private List<Dispatch> held = new ArrayList<>(0);
    private long bytes;
    private boolean givenUp;

    Holding(LaneActor guild) {
        this.guild = guild;
    }

    boolean of(LaneActor actor) {
        return guild == actor;
    }

    boolean sameGuild(Holding other) {
        return guild == other.guild;
    }

    /** False when there is no room for it. */
    boolean hold(Dispatch dispatch, RecentBytes recent) {
        if (bytes + dispatch.weight() > MAX_HELD_BYTES || !held.isEmpty() && recent.passed(held.getFirst())) {
            return false;
        }
        bytes += dispatch.weight();
        held.add(dispatch);
        return true;
    }

    /** What waited for the other answer waits for this one, which was asked for later. */
    void takeOver(Holding other) {
        bytes += other.bytes;
        List<Dispatch> all = other.take();
        all.addAll(held);
        held = all;
    }

    /** In the order in which it came. */
    List<Dispatch> take() {
        List<Dispatch> taken = held;
        held = new ArrayList<>(0);
        bytes = 0;
        return taken;
    }

    void giveUp() {
        givenUp = true;
    }

    /** True when nothing waits for the answer any longer. */
    public boolean givenUp() {
        return givenUp;
    }
}
