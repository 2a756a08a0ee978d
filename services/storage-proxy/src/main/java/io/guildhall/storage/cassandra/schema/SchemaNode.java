package io.guildhall.storage.cassandra.schema;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.NodeState;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The node through which everything about the schema goes: it knows what it was told before, which others learn a moment later.
 * All who ask a cluster choose the same one while the same nodes are up.
 */
final class SchemaNode {
    /** Nobody waits behind these statements, and a busy cluster takes its time. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(200);

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
     * Waits until the nodes that are up have the schema of this one, as far as it knows. The driver asks the node of its control
     * connection, which may not have heard of the last change and then finds all of one mind: about what was before.
     *
     * @throws StoreException UNAVAILABLE when that takes too long
     */
    void awaitAgreement() {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (!agreed()) {
            if (System.nanoTime() > end) {
                throw new StoreException(
                        StoreException.Reason.UNAVAILABLE,
                        "The nodes of the cluster do not agree on the schema; try again when they do.");
            }
            pause();
        }
    }

    private boolean agreed() {
        UUID version = execute("SELECT schema_version FROM system.local").one().getUuid("schema_version");
        for (Row peer : execute("SELECT host_id, schema_version FROM system.peers")) {
            Node known = session.getMetadata().getNodes().get(peer.getUuid("host_id"));
            if (known != null && known.getState() == NodeState.UP && !version.equals(peer.getUuid("schema_version"))) {
                return false;
            }
        }
        return true;
    }

    /** Before the cluster is asked again. */
    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException(
                    StoreException.Reason.CLOSED, "interrupted while the schema was being changed", interrupted);
        }
    }
}
