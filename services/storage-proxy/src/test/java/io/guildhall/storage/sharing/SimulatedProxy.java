package io.guildhall.storage.sharing;

import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.storage.flight.Flights;
import java.util.List;

/** One proxy of a {@link SimulatedCluster}. */
final class SimulatedProxy {
    final Node node;
    final StaticDiscovery discovery;
    /** Set once, right after the proxy was made. */
    Flights flights;
    /** Serves nobody, answers nobody, and its address refuses connections. */
    boolean dead;
    /** Is about to end. */
    boolean draining;
    /** Hears of no changes. */
    boolean cutOff;
    /** The number of the last change that it heard of. */
    private int heard = -1;

    SimulatedProxy(Node node, StaticDiscovery discovery) {
        this.node = node;
        this.discovery = discovery;
    }

    /** News that come after newer ones change nothing. */
    void hear(int change, List<Node> nodes) {
        if (change > heard) {
            heard = change;
            discovery.replace(Role.STORAGE_PROXY, nodes);
        }
    }
}
