package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdateVoiceState;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Later;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells owners that sessions are over. Departures within a moment go in one command for each actor, so that a thousand
 * clients that vanish together are not a thousand commands to their guild. Bounded by the attachments of all sessions.
 * When an owner doesn't answer nothing is tried again: the relay hears of it with the next event for such a session.
 */
@ApplicationScoped
public class Departures {
    private static final Logger LOG = Logger.getLogger(Departures.class);
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final int LARGEST_COMMAND = 1_000;

    /** @param voice where it was in voice there */
    private record Leaving(SessionRef session, Optional<UpdateVoiceState> voice) {}

    private final Owners owners;
    private Map<ActorKey, List<Leaving>> waiting = new HashMap<>();

    public Departures(Owners owners) {
        this.owners = owners;
    }

    /** The session leaves everything that it is attached to. On its lane. */
    void leave(Session session) {
        SessionRef reference = session.reference();
        session.forEachActor(actor ->
                add(actor.key(), new Leaving(reference, Commands.inVoice(actor.key(), session)), session.lane()));
    }

    private synchronized void add(ActorKey actor, Leaving session, Lane lane) {
        if (waiting.isEmpty()) {
            Later.run(lane.loop(), MOMENT, "Leaving actors", this::send);
        }
        waiting.computeIfAbsent(actor, key -> new ArrayList<>()).add(session);
    }

    /** Sends what waits, at once. */
    public void send() {
        take().forEach((actor, sessions) -> Guard.PROCESS.run("Leaving an actor", () -> send(actor, sessions)));
    }

    private void send(ActorKey actor, List<Leaving> sessions) {
        for (int from = 0; from < sessions.size(); from += LARGEST_COMMAND) {
            int to = Math.min(sessions.size(), from + LARGEST_COMMAND);
            List<Leaving> part = sessions.subList(from, to);
            owners.execute(Commands.detach(
                            actor,
                            part.stream().map(Leaving::session).toList(),
                            part.stream()
                                    .map(Leaving::voice)
                                    .flatMap(Optional::stream)
                                    .toList()))
                    .subscribe()
                    .with(outcome -> {}, failure -> LOG.debugf("Detach from %d: %s", actor.getId(), failure));
        }
    }

    private synchronized Map<ActorKey, List<Leaving>> take() {
        Map<ActorKey, List<Leaving>> taken = waiting;
        waiting = new HashMap<>();
        return taken;
    }
}
