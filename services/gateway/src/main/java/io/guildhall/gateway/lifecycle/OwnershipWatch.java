package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.LaneActor;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Rejoining;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Guild nodes come and go, and actors move between them. Sessions rejoin the actors that moved, each from the position that
 * it stands at, so that the new owner sends what the old one did not and nothing twice.
 */
@ApplicationScoped
public class OwnershipWatch {
    private static final Logger LOG = Logger.getLogger(OwnershipWatch.class);
    private static final int LARGEST_COMMAND = 1_000;

    private final Discovery discovery;
    private final SessionRegistry registry;
    private final Owners owners;
    private List<Node> known = List.of();

    public OwnershipWatch(Discovery discovery, SessionRegistry registry, Owners owners) {
        this.discovery = discovery;
        this.registry = registry;
        this.owners = owners;
    }

    void start(@Observes StartupEvent event) {
        discovery.watch(Role.GUILD, this::changed);
    }

    /** Called for one change at a time. */
    private void changed(List<Node> nodes) {
        List<Node> before = known;
        if (nodes.stream().allMatch(Node::draining)) {
            // Nobody to go to. When somebody comes, what moved is decided against the last known owners.
            return;
        }
        known = nodes;
        if (before.isEmpty()) {
            return;
        }
        Predicate<LaneActor> moved = actor -> !owner(before, actor).equals(owner(nodes, actor));
        for (Lane lane : registry.lanes().all()) {
            lane.runLater(() -> rejoin(lane, moved));
        }
    }

    private static Optional<String> owner(List<Node> nodes, LaneActor actor) {
        return Ring.choose(nodes, actor.id()).map(Node::id);
    }

    private void rejoin(Lane lane, Predicate<LaneActor> moved) {
        for (Rejoining group : Rejoining.collect(lane, moved)) {
            List<Session> sessions = group.sessions();
            LOG.debugf(
                    "%d sessions rejoin actor %d",
                    sessions.size(), group.actor().getId());
            for (int from = 0; from < sessions.size(); from += LARGEST_COMMAND) {
                send(group, List.copyOf(sessions.subList(from, Math.min(sessions.size(), from + LARGEST_COMMAND))));
            }
        }
    }

    private static void invalidate(List<Session> sessions) {
        sessions.forEach(session -> session.run(() -> session.invalidate(false)));
    }

    private void send(Rejoining group, List<Session> sessions) {
        owners.insist(Commands.resume(group.actor(), sessions, group.after()), () -> sessions.stream()
                        .anyMatch(session -> session.phase() == Phase.READY))
                .subscribe()
                .with(
                        outcome -> {
                            if (outcome.hasFailure()) {
                                invalidate(sessions);
                            }
                        },
                        failure -> {
                            LOG.warnf(
                                    "%d sessions lost actor %d: %s",
                                    sessions.size(), group.actor().getId(), failure);
                            invalidate(sessions);
                        });
    }
}
