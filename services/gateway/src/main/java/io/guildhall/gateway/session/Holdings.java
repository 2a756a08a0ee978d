package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;
import java.util.ArrayList;
import java.util.List;

/**
 * The answers about its guilds that a session awaits so that what happens there follows them. Bounded: of more than {@link #MOST} the oldest is
 * given up. A session has one only while it awaits any. On the session's lane.
 */
final class Holdings {
    /** More than any client asks for at a time; each keeps what happens in a guild, up to {@link Holding#MAX_HELD_BYTES}. */
    static final int MOST = 8;

    private final Session session;
    private final List<Holding> awaited = new ArrayList<>(1);

    Holdings(Session session) {
        this.session = session;
    }

    boolean isEmpty() {
        return awaited.isEmpty();
    }

    /** From now on what happens in the guild waits. */
    Holding begin(LaneActor guild) {
        if (awaited.size() == MOST) {
            giveUp(awaited.getFirst());
        }
        Holding begun = new Holding(guild);
        awaited.add(begun);
        return begun;
    }

    /** The answer is here, or of no use: what waited for it follows, unless the guild has to give another one. */
    void end(Holding ended) {
        if (!awaited.remove(ended)) {
            return;
        }
        awaited.stream()
                .filter(ended::sameGuild)
                .findFirst()
                .ifPresentOrElse(
                        other -> other.takeOver(ended), () -> ended.take().forEach(session::receive));
    }

    /** False when nothing is awaited that the event would have to follow, or when it can't wait. */
    boolean hold(LaneActor actor, Dispatch dispatch) {
        for (Holding one : awaited) {
            if (one.of(actor)) {
                boolean held = one.hold(dispatch, session.lane().recent());
                if (!held) {
                    giveUp(actor);
                }
                return held;
            }
        }
        return false;
    }

    /** No answer about the guild is awaited any longer. */
    void giveUp(LaneActor guild) {
        List.copyOf(awaited).stream().filter(one -> one.of(guild)).forEach(this::giveUp);
    }

    /** What waits is given to the session, as if nothing were awaited. */
    void giveUpAll() {
        List.copyOf(awaited).forEach(this::giveUp);
    }

    /** As if this answer were not awaited. */
    void giveUp(Holding one) {
        one.giveUp();
        end(one);
    }
}
