package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.Lanes;
import io.guildhall.gateway.session.Rejoining;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.Greeting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What relays say when they begin a stream: which sessions here they dropped, because this node did not take their frames for too
 * long. Those sessions rejoin everything that they are attached to; nothing after the greeting is taken before they are marked.
 */
@ApplicationScoped
public class RelayGreetings {
    private static final Logger LOG = Logger.getLogger(RelayGreetings.class);

    private final SessionRegistry registry;
    private final Rejoins rejoins;

    public RelayGreetings(SessionRegistry registry, Rejoins rejoins) {
        this.registry = registry;
        this.rejoins = rejoins;
    }

    /** On any thread. */
    public void greeted(Greeting greeting) {
        if (greeting.getAllDropped()) {
            LOG.warnf("Relay %s dropped all sessions of this node", greeting.getRelay());
            for (Lane lane : registry.lanes().all()) {
                lane.runLater(() -> again(lane.sessions()));
            }
        } else if (greeting.getDroppedSessionsCount() > 0) {
            LOG.warnf(
                    "Relay %s dropped %d sessions of this node",
                    greeting.getRelay(), greeting.getDroppedSessionsCount());
            byLane(greeting.getDroppedSessionsList())
                    .forEach((lane, numbers) -> lane.runLater(() -> again(found(lane, numbers))));
        }
    }

    private void again(Collection<Session> sessions) {
        Rejoining.fix(sessions);
        rejoins.rejoinAsDropped(sessions);
    }

    private Map<Lane, List<Long>> byLane(List<Long> numbers) {
        Lanes lanes = registry.lanes();
        Map<Lane, List<Long>> parts = new HashMap<>();
        for (long number : numbers) {
            Lane lane = lanes.ofNumber(number);
            if (lane != null) {
                parts.computeIfAbsent(lane, key -> new ArrayList<>()).add(number);
            }
        }
        return parts;
    }

    private static List<Session> found(Lane lane, List<Long> numbers) {
        List<Session> sessions = new ArrayList<>(numbers.size());
        for (long number : numbers) {
            Session session = lane.find(number);
            if (session != null) {
                sessions.add(session);
            }
        }
        return sessions;
    }
}
