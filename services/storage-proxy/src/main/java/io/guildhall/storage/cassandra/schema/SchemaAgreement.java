package io.guildhall.storage.cassandra.schema;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.NodeState;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Waits until a change of the schema has reached the nodes, so that the next statement may go to any of them. Asks the node
 * that made the change: another one, such as the driver's own control node, may not have heard of it and then finds everybody
 * agreed on what was before.
 */
final class SchemaAgreement {
    private static final Logger LOG = Logger.getLogger(SchemaAgreement.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private SchemaAgreement() {}

    /** Nodes that are down do not count. When the others do not agree in time, goes on and says so in the log. */
    static void awaitAfter(CqlSession session, ResultSet change) {
        Node node = change.getExecutionInfo().getCoordinator();
        for (long waited = 0; versions(session, node).size() > 1; waited += PAUSE.toMillis()) {
            if (waited > LONGEST.toMillis()) {
                LOG.warn("The nodes of the cluster do not agree on its schema; going on");
                return;
            }
            pause();
        }
    }

    private static Set<UUID> versions(CqlSession session, Node node) {
        Set<UUID> up = session.getMetadata().getNodes().values().stream()
                .filter(other -> other.getState() != NodeState.DOWN)
                .map(Node::getHostId)
                .collect(Collectors.toSet());
        Set<UUID> versions = new HashSet<>();
        session.execute(at(node, "SELECT schema_version FROM system.local"))
                .forEach(row -> versions.add(row.getUuid("schema_version")));
        session.execute(at(node, "SELECT host_id, schema_version FROM system.peers"))
                .forEach(row -> {
                    if (up.contains(row.getUuid("host_id"))) {
                        versions.add(row.getUuid("schema_version"));
                    }
                });
        return versions;
    }

    private static SimpleStatement at(Node node, String cql) {
        return PatientStatement.of(cql).setNode(node);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Reason.CLOSED, "interrupted while the schema spread", interrupted);
        }
    }
}
