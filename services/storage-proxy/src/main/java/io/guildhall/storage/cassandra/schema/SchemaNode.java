package io.guildhall.storage.cassandra.schema;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.NodeState;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.Comparator;

/**
 * The node through which everything about the schema goes: it knows what it was told before, which others learn a moment later.
 * All who ask a cluster choose the same one while the same nodes are up.
 */
final class SchemaNode {
    /** Nobody waits behind these statements, and a busy cluster takes its time. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final CqlSession session;
    private final Node node;

    private SchemaNode(CqlSession session, Node node) {
        this.session = session;
        this.node = node;
    }

    /** @throws StoreException UNAVAILABLE when no node is up */
    static SchemaNode choose(CqlSession session) {
        return session.getMetadata().getNodes().values().stream()
                .filter(node -> node.getState() == NodeState.UP && node.getHostId() != null)
                .min(Comparator.comparing(Node::getHostId))
                .map(node -> new SchemaNode(session, node))
                .orElseThrow(() -> new StoreException(
                        StoreException.Reason.UNAVAILABLE, "No node of the cluster is up to ask for its schema."));
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

    /** Changes the schema and waits until the nodes that are up agree on it. */
    void change(String cql) {
        boolean agreed = execute(cql).getExecutionInfo().isSchemaInAgreement();
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (!agreed && System.nanoTime() < end) {
            agreed = session.checkSchemaAgreement();
        }
        if (!agreed) {
            throw new StoreException(
                    StoreException.Reason.UNAVAILABLE,
                    "The nodes of the cluster do not agree on the schema; try again when they do.");
        }
    }
}
