package io.guildhall.storage.sharing;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.storage.flight.Sharing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which node is the home of a partition, as this node sees it now and saw it within the settle time. Other nodes hear of
 * a change of nodes sooner or later than this one, but within the settle time. Therefore a node shares only partitions
 * that it has been the home of for that long, and a writer tells every node that was or is a home within that time: when
 * a node shares a partition, what any writer saw within the settle time names it.
 *
 * <p>A node that left is not told. By the contract of {@link io.guildhall.model.cluster.Discovery} it counted itself out
 * before the others did, and a node that counts itself out shares nothing.
 */
final class Homes {
    private final String self;
    private final long settle;
    private volatile Views views;

    /** Nothing is known yet: what this node will be the home of at first moves to it then. */
    Homes(String self, Duration settle, long now) {
        this.self = self;
        this.settle = settle.toNanos();
        this.views = Views.unknown(now + this.settle);
    }

    /** From now on these are the nodes, draining ones included. */
    synchronized void changed(List<Node> nodes, long at) {
        views = views.changed(nodes, at, settle);
    }

    /** See {@link Sharing#period}. {@code known} is what discovery knows at this moment. */
    long period(PartitionKey partition, List<Node> known, long at) {
        Views seen = views;
        // Otherwise a change is on its way here, or this node has just counted itself out.
        boolean current = seen.nodes().equals(known);
        return current && seen.isSettledHome(self, partition.ringKey(), at) ? seen.period() : Sharing.ELSEWHERE;
    }

    /** The other nodes that may share reads of these partitions, each with those. */
    Map<Node, List<PartitionKey>> toTell(Set<PartitionKey> written, long at) {
        Views seen = views;
        Map<Node, List<PartitionKey>> told = new LinkedHashMap<>();
        for (PartitionKey partition : written) {
            Set<String> homes = seen.homes(partition.ringKey(), at);
            for (Node node : seen.nodes()) {
                if (!node.id().equals(self) && homes.contains(node.id())) {
                    told.computeIfAbsent(node, first -> new ArrayList<>()).add(partition);
                }
            }
        }
        return told;
    }
}
