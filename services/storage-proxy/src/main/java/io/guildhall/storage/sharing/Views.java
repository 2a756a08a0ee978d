package io.guildhall.storage.sharing;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Ring;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The nodes that are known now and those that were known within the settle time. Times are of the monotonic clock, in
 * nanoseconds.
 *
 * @param nodes those known now, draining ones included
 * @param period how often they changed
 * @param earlier what was known before, the oldest first; some may be too old to matter
 * @param unsettledUntil until then the earlier views are not complete: anybody may have been a home
 */
record Views(List<Node> nodes, long period, List<Earlier> earlier, long unsettledUntil) {
    /** More changes than this within the settle time, and nothing is shared until they stop. */
    private static final int MOST = 16;

    /** @param until when it does not matter any more what was known then */
    record Earlier(List<Node> nodes, long until) {}

    static Views unknown(long unsettledUntil) {
        return new Views(List.of(), 0, List.of(), unsettledUntil);
    }

    Views changed(List<Node> now, long at, long settle) {
        List<Earlier> before = new ArrayList<>(earlier);
        before.removeIf(view -> view.until() - at < 0);
        before.add(new Earlier(nodes, at + settle));
        boolean tooMany = before.size() > MOST;
        if (tooMany) {
            before.removeFirst();
        }
        return new Views(List.copyOf(now), period + 1, List.copyOf(before), tooMany ? at + settle : unsettledUntil);
    }

    /** Whether this node is the home of a partition with this ring key, and has been for the settle time. */
    boolean isSettledHome(String id, long key, long at) {
        if (unsettled(at) || !isHome(id, nodes, key)) {
            return false;
        }
        for (Earlier view : earlier) {
            if (view.until() - at >= 0 && !isHome(id, view.nodes(), key)) {
                return false;
            }
        }
        return true;
    }

    /** Everyone who is the home of a partition with this ring key, or may have been within the settle time. */
    Set<String> homes(long key, long at) {
        Set<String> homes = new HashSet<>();
        if (unsettled(at)) {
            nodes.forEach(node -> homes.add(node.id()));
        }
        Ring.choose(nodes, key).ifPresent(home -> homes.add(home.id()));
        for (Earlier view : earlier) {
            if (view.until() - at >= 0) {
                Ring.choose(view.nodes(), key).ifPresent(home -> homes.add(home.id()));
            }
        }
        return homes;
    }

    private boolean unsettled(long at) {
        return at - unsettledUntil < 0;
    }

    private static boolean isHome(String id, List<Node> nodes, long key) {
        Optional<Node> home = Ring.choose(nodes, key);
        return home.isPresent() && home.get().id().equals(id);
    }
}
