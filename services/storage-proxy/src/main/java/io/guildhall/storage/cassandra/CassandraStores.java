package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Clock;
import java.util.Optional;

/** Opens stores with a session of their own, for tools and for the second cluster of a dual write. */
public final class CassandraStores {
    private CassandraStores() {}

    /**
     * A store over a new session, which ends with the store. The schema must be there. Blocks until a node answers.
     *
     * @param options a keyspace that the target names goes before theirs
     * @throws io.guildhall.storage.store.StoreException UNAVAILABLE with a sentence for the operator when no node answers
     */
    public static CassandraStore open(
            CassandraTarget target,
            Optional<Credentials> credentials,
            CassandraOptions options,
            Clock clock,
            CassandraObserver observer) {
        CassandraOptions own = target.keyspace().map(options::withKeyspace).orElse(options);
        CqlSession session = CqlSessions.open(target, credentials, own);
        return new CassandraStore(session, own, clock, observer, session::close);
    }
}
