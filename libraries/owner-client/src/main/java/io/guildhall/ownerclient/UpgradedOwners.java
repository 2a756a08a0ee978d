package io.guildhall.ownerclient;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Whether this process may begin to ask owners. A process that starts waits until no guild node is of an older build than itself, so that
 * a rolling upgrade of everything at once comes in the right order by itself: readiness holds back those who ask until those who answer
 * are new. Once begun it goes on whatever comes: when guild nodes go back to an older build, only what that does not know is refused.
 */
@Singleton
public class UpgradedOwners {
    private final Discovery discovery;
    private volatile boolean begun;

    public UpgradedOwners(Discovery discovery) {
        this.discovery = discovery;
    }

    /** False while nobody owns guilds, too. */
    public boolean known() {
        List<Node> nodes = discovery.nodes(Role.GUILD).stream()
                .filter(node -> !node.draining())
                .toList();
        if (!nodes.isEmpty() && nodes.stream().allMatch(Node::understands)) {
            begun = true;
        }
        return begun && !nodes.isEmpty();
    }
}
