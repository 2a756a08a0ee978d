package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Waits until each node of a fresh cluster knows all others: before that, a change of the schema reaches only some. */
final class KnownPeers {
    private KnownPeers() {}

    static void await(List<InetSocketAddress> hosts) {
        for (InetSocketAddress host : hosts) {
            CassandraTarget target = new CassandraTarget(List.of(host), Optional.empty());
            boolean known = false;
            while (!known) {
                // A session learns of the others when it opens, so each look needs one of its own.
                try (CqlSession session =
                        CqlSessions.open(target, Optional.empty(), CassandraOptions.defaults("none"))) {
                    known = session.getMetadata().getNodes().size() == hosts.size();
                }
            }
        }
    }
}
