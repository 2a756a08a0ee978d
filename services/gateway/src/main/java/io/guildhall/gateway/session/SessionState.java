package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.model.rpc.UpdateVoiceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A session on its way to another node.
 *
 * @param firstSequence the sequence number of the first event
 * @param events what the client has not received yet
 * @param actors what the session is attached to, and where it stands with each
 * @param subscriptions what it looks at, by guild
 * @param voices where it is in voice, by guild
 */
public record SessionState(
        String id,
        Profile profile,
        long firstSequence,
        List<Dispatch> events,
        List<Standing> actors,
        Map<Long, Subscription> subscriptions,
        Map<Long, UpdateVoiceState> voices) {
    /** Where the session stands with an actor; epoch 0 when it has not received anything yet. */
    public record Standing(ActorKey actor, Position position) {}

    /** Takes the session off this node: what comes for it from now on is ignored until the owners know. On its lane. */
    public static SessionState take(Session session, long lastReceived) {
        session.phase(Phase.MOVED);
        List<Dispatch> events = new ArrayList<>();
        for (long sequence = lastReceived + 1; sequence <= session.replay().lastSequence(); sequence++) {
            events.add(session.replay().get(sequence));
        }
        List<Standing> actors = new ArrayList<>();
        session.attachments()
                .forEach((actor, index) -> actors.add(new Standing(
                        actor.key(),
                        session.joining(actor) == null
                                ? session.attachments().position(index)
                                : Position.getDefaultInstance())));
        Map<Long, UpdateVoiceState> voices = session.voices().takeAll();
        return new SessionState(
                session.id(), session.profile(), lastReceived + 1, events, actors, session.allSubscriptions(), voices);
    }

    /** Fills a session that was just adopted. On its lane. */
    public void restore(Session session) {
        session.replay().startAt(firstSequence);
        for (Dispatch event : events) {
            session.lane().recent().count(event);
            session.replay().add(event);
        }
        for (Standing standing : actors) {
            session.lane()
                    .attach(
                            session,
                            standing.actor().getKind(),
                            standing.actor().getId(),
                            standing.position().getEpoch(),
                            standing.position().getSequence());
        }
        subscriptions.forEach(session::subscribe);
        voices.forEach(session.voices()::told);
        session.phase(Phase.READY);
    }
}
