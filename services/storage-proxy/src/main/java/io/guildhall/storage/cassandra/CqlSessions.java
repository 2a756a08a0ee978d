package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import io.guildhall.storage.store.StoreException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens sessions with the driver alone. */
public final class CqlSessions {
    private CqlSessions() {}

    /**
     * Connects. Blocks until a node answers.
     *
     * @throws StoreException UNAVAILABLE with a sentence for the operator when no node answers
     */
    public static CqlSession open(CassandraTarget target, Optional<Credentials> credentials, CassandraOptions options) {
        CqlSessionBuilder builder = CqlSession.builder().withConfigLoader(DriverSettings.loader(options));
        for (InetSocketAddress host : target.hosts()) {
            builder.addContactPoint(new InetSocketAddress(host.getHostString(), host.getPort()));
        }
        credentials.ifPresent(role -> builder.withAuthCredentials(role.username(), role.password()));
        try {
            return builder.build();
        } catch (AllNodesFailedException | IllegalArgumentException unreachable) {
            throw new StoreException(
                    StoreException.Reason.UNAVAILABLE,
                    "No node of the cluster answers at " + hosts(target) + ": " + unreachable.getMessage(),
                    unreachable);
        }
    }

    private static String hosts(CassandraTarget target) {
        return target.hosts().stream()
                .map(host -> host.getHostString() + ":" + host.getPort())
                .collect(Collectors.joining(", "));
    }
}
