package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answers about its guilds that a session awaits so that what happens there follows them. On the session's lane. */
public final class Holdings {
    private final Session session;
    private final List<Holding> awaited = new ArrayList<>(1);

    Holdings(Session session) {
        this.session = session;
    }

    /** From now on what happens in the guild waits; nothing when the session is not attached to it. */
    public Optional<Holding> begin(long guildId) {
        LaneActor guild = session.lane().actor(guildId);
        if (guild == null || !session.attachments().attached(guild)) {
            return Optional.empty();
        }
        Holding begun = new Holding(guild);
        awaited.add(begun);
        return Optional.of(begun);
    }

    /** The answer is here, or of no use: what waited for it follows, unless the guild has to give another one. */
    public void end(Holding ended) {
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
    public void giveUpAll() {
        List.copyOf(awaited).forEach(this::giveUp);
    }

    /** As if this answer were not awaited. */
    public void giveUp(Holding one) {
        one.giveUp();
        end(one);
    }
}
