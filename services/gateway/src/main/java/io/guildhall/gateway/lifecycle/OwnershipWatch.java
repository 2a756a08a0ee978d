package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.LaneActor;
import io.guildhall.gateway.session.Rejoining;
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
 * Guild nodes come and go, and actors move between them. Sessions rejoin the actors that moved, so that the new owner sends what
 * the old one did not and nothing twice.
 *
 * <p>A node whose lease lapsed knows nobody (see {@link Discovery#nodes}): it stood still, or could not reach the others, for so
 * long that they may have given its sessions up. When it knows them again, every session rejoins everything.
 */
@ApplicationScoped
public class OwnershipWatch {
    private static final Logger LOG = Logger.getLogger(OwnershipWatch.class);

    private final Discovery discovery;
    private final SessionRegistry registry;
    private final Rejoins rejoins;
    private List<Node> known = List.of();
    private boolean lapsed;

    public OwnershipWatch(Discovery discovery, SessionRegistry registry, Rejoins rejoins) {
        this.discovery = discovery;
        this.registry = registry;
        this.rejoins = rejoins;
    }

    void start(@Observes StartupEvent event) {
        discovery.watch(Role.GUILD, this::changed);
    }

    /** Called for one change at a time. */
    private void changed(List<Node> nodes) {
        if (nodes.isEmpty() && !known.isEmpty()) {
            lapsed();
        }
        if (nodes.stream().allMatch(Node::draining)) {
            // Nobody to go to. When somebody comes, what moved is decided against the last known owners.
            return;
        }
        List<Node> before = known;
        known = nodes;
        if (before.isEmpty()) {
            return;
        }
        boolean everything = lapsed;
        lapsed = false;
        Predicate<LaneActor> moved =
                actor -> everything || !owner(before, actor).equals(owner(nodes, actor));
        for (Lane lane : registry.lanes().all()) {
            lane.runLater(() -> rejoins.rejoin(lane.sessions(), moved));
        }
    }

    /** Before others can see this node again, and send it anything new. */
    private void lapsed() {
        LOG.warn("This node knows no owners; all its sessions rejoin their actors when it knows some again");
        lapsed = true;
        for (Lane lane : registry.lanes().all()) {
            lane.runLater(() -> Rejoining.fix(lane.sessions()));
        }
    }

    private static Optional<String> owner(List<Node> nodes, LaneActor actor) {
        return Ring.choose(nodes, actor.id()).map(Node::id);
    }
}
