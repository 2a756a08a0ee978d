package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The answers about its guilds that a session awaits so that what happens there follows them. Bounded: of more than {@link #MOST} the oldest is
 * given up. A session has one only while it awaits any. On the session's lane.
 */
public final class Holdings {
    /** More than any client asks for at a time; each keeps what happens in a guild, up to {@link Holding#MAX_HELD_BYTES}. */
    static final int MOST = 8;

    private final Session session;
    private final List<Holding> awaited = new ArrayList<>(1);

    private Holdings(Session session) {
        this.session = session;
    }

    /** From now on what happens in the guild waits; nothing when the session is not attached to it. */
    public static Optional<Holding> begin(Session session, long guildId) {
        LaneActor guild = session.lane().actor(guildId);
        if (guild == null || !session.attachments().attached(guild)) {
            return Optional.empty();
        }
        if (session.holdings() == null) {
            session.holdings(new Holdings(session));
        }
        return Optional.of(session.holdings().begin(guild));
    }

    /** The answer is here, or of no use: what waited for it follows, unless the guild has to give another one. */
    public static void end(Session session, Holding ended) {
        change(session, all -> all.end(ended));
    }

    /** As if this answer were not awaited. */
    public static void giveUp(Session session, Holding one) {
        change(session, all -> all.giveUp(one));
    }

    /** No answer about the guild is awaited any longer. */
    static void giveUp(Session session, LaneActor guild) {
        change(session, all -> all.giveUp(guild));
    }

    /** What waits is given to the session, as if nothing were awaited. */
    public static void giveUpAll(Session session) {
        change(session, all -> List.copyOf(all.awaited).forEach(all::giveUp));
    }

    /** False when nothing is awaited that the event would have to follow, or when it can't wait. */
    static boolean hold(Session session, LaneActor actor, Dispatch dispatch) {
        Holdings all = session.holdings();
        boolean held = all != null && all.hold(actor, dispatch);
        giveBack(session);
        return held;
    }

    private static void change(Session session, Consumer<Holdings> change) {
        if (session.holdings() != null) {
            change.accept(session.holdings());
            giveBack(session);
        }
    }

    private static void giveBack(Session session) {
        if (session.holdings() != null && session.holdings().awaited.isEmpty()) {
            session.holdings(null);
        }
    }

    private Holding begin(LaneActor guild) {
        if (awaited.size() == MOST) {
            giveUp(awaited.getFirst());
        }
        Holding begun = new Holding(guild);
        awaited.add(begun);
        return begun;
    }

    private void end(Holding ended) {
        if (!awaited.remove(ended)) {
            return;
        }
        awaited.stream()
                .filter(ended::sameGuild)
                .findFirst()
                .ifPresentOrElse(
                        other -> other.takeOver(ended), () -> ended.take().forEach(session::receive));
    }

    private boolean hold(LaneActor actor, Dispatch dispatch) {
        for (Holding one : awaited) {
            if (one.of(actor)) {
                boolean held = one.hold(dispatch);
                if (!held) {
                    giveUp(actor);
                }
                return held;
            }
        }
        return false;
    }

    private void giveUp(LaneActor guild) {
        List.copyOf(awaited).stream().filter(one -> one.of(guild)).forEach(this::giveUp);
    }

    private void giveUp(Holding one) {
        one.giveUp();
        end(one);
    }
}
