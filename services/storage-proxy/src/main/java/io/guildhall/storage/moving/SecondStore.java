package io.guildhall.storage.moving;

import com.datastax.oss.driver.api.core.CqlSession;
import io.guildhall.storage.cassandra.CassandraObserver;
import io.guildhall.storage.cassandra.CassandraOptions;
import io.guildhall.storage.cassandra.CassandraStore;
import io.guildhall.storage.cassandra.CassandraTarget;
import io.guildhall.storage.cassandra.CqlSessions;
import io.guildhall.storage.cassandra.Credentials;
import io.guildhall.storage.cassandra.WriteClock;
import io.guildhall.storage.cassandra.schema.ClusterSchema;
import io.guildhall.storage.cassandra.schema.Replication;
import io.guildhall.storage.config.StorageConfig;
import io.guildhall.storage.store.Store;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The store that the configuration wants every write to go to as well. */
public final class SecondStore {
    private static final Logger LOG = Logger.getLogger(SecondStore.class);

    private final CassandraTarget target;
    private final StorageConfig config;
    private final Clock clock;
    private final DualObserver observer;

    private SecondStore(CassandraTarget target, StorageConfig config, Clock clock, DualObserver observer) {
        this.target = target;
        this.config = config;
        this.clock = clock;
        this.observer = observer;
    }

    /**
     * Empty when none is wanted. Nothing is connected to yet.
     *
     * @throws IllegalArgumentException with a sentence when the setting makes no sense
     */
    public static Optional<SecondStore> of(StorageConfig config, Clock clock, DualObserver observer) {
        return config.alsoWriteTo()
                .map(text -> CassandraTarget.parse(text)
                        .withKeyspaceOr(config.cassandra().keyspace()))
                .map(target -> new SecondStore(target, config, clock, observer));
    }

    /** The store, in the words that its snapshots keep. */
    public String address() {
        return target.text();
    }

    /**
     * Joins it to a store that applies writes as they come.
     *
     * @param lastTime the last time of a write that the store knows, in microseconds since 1970
     * @throws io.guildhall.storage.store.StoreException with a sentence when the second store does not answer, or its schema does
     *     not fit; the first is closed then
     */
    public Store joinByArrival(Store first, long lastTime) {
        WriteClock writeClock = new WriteClock(clock);
        writeClock.passed(lastTime);
        return join(first, DualStore.Times.BY_ARRIVAL, writeClock);
    }

    /** Joins it to a store that goes by the times of writes; as {@link #joinByArrival} otherwise. */
    public Store joinByCaller(Store first) {
        return join(first, DualStore.Times.BY_CALLER, new WriteClock(clock));
    }

    private Store join(Store first, DualStore.Times times, WriteClock writeClock) {
        try {
            CassandraStore second = open();
            LOG.infof("Every write also goes to %s", address());
            return new DualStore(
                    first,
                    second,
                    times,
                    writeClock,
                    config.cassandra().writes().inFlight(),
                    observer);
        } catch (RuntimeException failure) {
            first.close();
            throw failure;
        }
    }

    private CassandraStore open() {
        CassandraOptions options = CassandraOptions.of(config.cassandra())
                .withKeyspace(target.keyspace().orElseThrow());
        CqlSession session = CqlSessions.open(target, credentials(), options);
        try {
            ClusterSchema schema = new ClusterSchema(
                    session,
                    options.keyspace(),
                    config.cassandra().replication().map(Replication::parse));
            switch (config.cassandra().schema()) {
                case APPLY -> schema.apply(LOG::info);
                case CHECK -> schema.check();
            }
            CassandraStore store = new CassandraStore(session, options, clock, CassandraObserver.NONE, session::close);
            store.recoverEvery(config.cassandra().redoInterval());
            return store;
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    private Optional<Credentials> credentials() {
        return config.alsoWriteToUsername()
                .flatMap(username -> config.alsoWriteToPassword().map(password -> new Credentials(username, password)));
    }
}
