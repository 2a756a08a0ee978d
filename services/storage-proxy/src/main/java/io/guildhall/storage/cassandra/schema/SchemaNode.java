package io.guildhall.storage.cassandra.schema;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.loadbalancing.NodeDistance;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.NodeState;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The node through which everything about the schema goes: it knows what it was told before, which others learn a moment later.
 * All who ask a cluster choose the same one while the same nodes are up.
 */
final class SchemaNode {
    /** Nobody waits behind these statements, and a busy cluster takes its time. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** One that hangs is soon found down. */
    private static final Duration TIMEOUT_OF_OTHERS = Duration.ofSeconds(5);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private static final String VERSION = "SELECT schema_version FROM system.local";

    private final CqlSession session;
    private final Node node;
    private final int turn;

    private SchemaNode(CqlSession session, Node node, int turn) {
        this.session = session;
        this.node = node;
        this.turn = turn;
    }

    /**
     * @param turn 0 for the node that everybody chooses first, more for who has tried it
     * @throws StoreException UNAVAILABLE when no node is up
     */
    static SchemaNode choose(CqlSession session, int turn) {
        List<Node> up = session.getMetadata().getNodes().values().stream()
                .filter(node -> node.getState() == NodeState.UP && node.getHostId() != null)
                .sorted(Comparator.comparing(Node::getHostId))
                .toList();
        if (up.isEmpty()) {
            throw new StoreException(
                    StoreException.Reason.UNAVAILABLE, "No node of the cluster is up to ask for its schema.");
        }
        return new SchemaNode(session, up.get(turn % up.size()), turn);
    }

    /**
     * The one that is so many turns further; this one for none.
     *
     * @throws StoreException UNAVAILABLE when no node is up
     */
    SchemaNode after(int turns) {
        return turns == 0 ? this : choose(session, turn + turns);
    }

    /** @throws StoreException FAILED when the cluster does not take the statement, UNAVAILABLE for everything else */
    ResultSet execute(String cql, Object... values) {
        try {
            return session.execute(
                    SimpleStatement.newInstance(cql, values).setTimeout(TIMEOUT).setNode(node));
        } catch (DriverException failure) {
            throw new StoreException(
                    failure instanceof QueryValidationException
                            ? StoreException.Reason.FAILED
                            : StoreException.Reason.UNAVAILABLE,
                    "The schema could not be read or changed: " + failure.getMessage(),
                    failure);
        }
    }

    /**
     * Waits until the nodes that are up have the schema of this one. Each is asked itself: what one knows of another comes by
     * gossip, a second late, and the driver asks only the node of its control connection, which may not have heard of the last
     * change and then finds all of one mind: about what was before.
     *
     * @throws StoreException UNAVAILABLE when that takes too long
     */
    void awaitAgreement() {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        for (Duration pause = SHORTEST_PAUSE; !agreed(); pause = longer(pause)) {
            if (System.nanoTime() > end) {
                throw new StoreException(
                        StoreException.Reason.UNAVAILABLE,
                        "The nodes of the cluster do not agree on the schema; try again when they do.");
            }
            pause(pause);
        }
    }

    private boolean agreed() {
        UUID version = execute(VERSION).one().getUuid("schema_version");
        Map<UUID, UUID> heard = heard();
        return session.getMetadata().getNodes().values().stream()
                .filter(other -> other.getState() == NodeState.UP && !other.equals(node))
                .allMatch(other -> version.equals(
                        other.getDistance() == NodeDistance.IGNORED ? heard.get(other.getHostId()) : ask(other)));
    }

    /** What this node has heard of the others. The driver has no connections to those of other data centres. */
    private Map<UUID, UUID> heard() {
        Map<UUID, UUID> versions = new HashMap<>();
        for (Row peer : execute("SELECT host_id, schema_version FROM system.peers")) {
            versions.put(peer.getUuid("host_id"), peer.getUuid("schema_version"));
        }
        return versions;
    }

    /** Null for one that cannot be asked now; it may be about to be found down. */
    private UUID ask(Node other) {
        try {
            return session.execute(SimpleStatement.newInstance(VERSION)
                            .setTimeout(TIMEOUT_OF_OTHERS)
                            .setNode(other))
                    .one()
                    .getUuid("schema_version");
        } catch (DriverException notYet) {
            return null;
        }
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    }

    /** Before the cluster is asked again. */
    static void pause() {
        pause(LONGEST_PAUSE);
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException(
                    StoreException.Reason.CLOSED, "interrupted while the schema was being changed", interrupted);
        }
    }
}
