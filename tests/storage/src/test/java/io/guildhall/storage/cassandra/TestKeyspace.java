package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import io.guildhall.model.table.Table;
import io.guildhall.storage.cassandra.schema.ClusterSchema;
import io.guildhall.storage.cassandra.schema.Replication;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;

/**
 * A keyspace for one test class, with a session and the whole schema. Making all tables takes a node longer than most classes test, so
 * what one class leaves is emptied for the next.
 */
public final class TestKeyspace implements AutoCloseable {
    /** The machine may have other things to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration CATCHING_UP = Duration.ofMinutes(2);

    /** Of the shared node, with the schema as it is made, and no rows. */
    private static final Deque<String> FREE = new ConcurrentLinkedDeque<>();

    private enum Afterwards {
        EMPTIED,
        DROPPED,
        LEFT
    }

    private final CassandraTarget target;
    private final CassandraOptions options;
    private final CqlSession session;
    private final List<Table> tables;
    private final Afterwards afterwards;

    private TestKeyspace(
            CassandraTarget target,
            CassandraOptions options,
            CqlSession session,
            List<Table> tables,
            Afterwards afterwards) {
        this.target = target;
        this.options = options;
        this.session = session;
        this.tables = tables;
        this.afterwards = afterwards;
    }

    /** On the shared node. The schema is left as it is. */
    public static TestKeyspace open(Class<?> test) {
        String free = FREE.poll();
        CassandraOptions options = patient(free == null ? name(test) : free);
        List<InetSocketAddress> hosts = List.of(CassandraNodes.shared());
        return free == null
                ? make(hosts, options, 1, Tables.all(), Afterwards.EMPTIED)
                : connect(hosts, options, Tables.all(), Afterwards.EMPTIED);
    }

    /** On the shared node, for a class that changes the schema. */
    public static TestKeyspace own(Class<?> test) {
        return make(List.of(CassandraNodes.shared()), patient(name(test)), 1, Tables.all(), Afterwards.DROPPED);
    }

    private static CassandraOptions patient(String keyspace) {
        CassandraOptions usual = CassandraOptions.defaults(keyspace);
        return new CassandraOptions(
                usual.keyspace(),
                PATIENCE,
                PATIENCE,
                usual.attempts(),
                usual.speculativeDelay(),
                usual.speculativeReads(),
                usual.writesInFlight(),
                usual.writeBytes(),
                PATIENCE.multipliedBy(2),
                PATIENCE);
    }

    /**
     * On a cluster of several, which is given no more time than in production. The keyspace stays until the cluster is thrown
     * away: a node that gets hints for a keyspace that is being dropped forgets the tables before their log ("Unknown CF"), and
     * takes no change of any schema from then on.
     *
     * @param tables all that the keyspace has: three nodes on one machine have little room and time for more
     */
    static TestKeyspace open(Class<?> test, List<InetSocketAddress> hosts, int copies, List<Table> tables) {
        TestKeyspace keyspace = make(hosts, CassandraOptions.defaults(name(test)), copies, tables, Afterwards.LEFT);
        keyspace.awaitTablesEverywhere();
        return keyspace;
    }

    private static TestKeyspace make(
            List<InetSocketAddress> hosts,
            CassandraOptions options,
            int copies,
            List<Table> tables,
            Afterwards afterwards) {
        TestKeyspace keyspace = connect(hosts, options, tables, afterwards);
        Replication replication = new Replication(Map.of("datacenter1", copies));
        new ClusterSchema(keyspace.session, options.keyspace(), Optional.of(replication), tables)
                .apply(statement -> {});
        return keyspace;
    }

    private static TestKeyspace connect(
            List<InetSocketAddress> hosts, CassandraOptions options, List<Table> tables, Afterwards afterwards) {
        CassandraTarget target = new CassandraTarget(hosts, Optional.of(options.keyspace()));
        CqlSession session = CqlSessions.open(target, Optional.empty(), options);
        return new TestKeyspace(target, options, session, tables, afterwards);
    }

    /** A node that another class killed a moment ago hears of new tables later than the nodes that agreed on them. */
    private void awaitTablesEverywhere() {
        long deadline = System.nanoTime() + CATCHING_UP.toNanos();
        for (Node node : session.getMetadata().getNodes().values()) {
            while (known(node) < tables.size()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(node + " did not hear of the tables within " + CATCHING_UP);
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    /** How many this node knows; none when it can't be asked. */
    private int known(Node node) {
        SimpleStatement names = SimpleStatement.newInstance(
                "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?", options.keyspace());
        try {
            return session.execute(names.setNode(node).setTimeout(PATIENCE))
                    .all()
                    .size();
        } catch (DriverException notYet) {
            return 0;
        }
    }

    /** Of its own for each class, also when several processes test on one node. */
    static String name(Class<?> test) {
        return test.getSimpleName().toLowerCase(Locale.ROOT) + "_"
                + Long.toString(ProcessHandle.current().pid(), 36) + Long.toString(System.nanoTime() & 0xffff, 36);
    }

    public CassandraTarget target() {
        return target;
    }

    public CqlSession session() {
        return session;
    }

    public CassandraOptions options() {
        return options;
    }

    /** A store over the keyspace's session, which outlives it. */
    public CassandraStore store() {
        return store(options, CassandraObserver.NONE);
    }

    CassandraStore store(CassandraOptions other, CassandraObserver observer) {
        return new CassandraStore(session, other, Clock.systemUTC(), observer, () -> {});
    }

    /** Empties what a test wrote. */
    public void truncate(Table... tables) {
        for (Table table : tables.length == 0 ? this.tables : List.of(tables)) {
            execute("TRUNCATE " + Cql.name(options.keyspace(), table));
        }
    }

    /** For statements that no store makes. */
    public ResultSet execute(String statement, Object... values) {
        return session.execute(SimpleStatement.newInstance(statement, values).setTimeout(PATIENCE));
    }

    /** Leaves no rows on a shared node: the tables of all classes together would fill its memory. */
    @Override
    public void close() {
        try (session) {
            switch (afterwards) {
                case EMPTIED -> {
                    truncate();
                    FREE.add(options.keyspace());
                }
                case DROPPED -> drop();
                case LEFT -> {}
            }
        }
    }

    /** A node that takes longer than anybody waits drops it all the same. */
    private void drop() {
        try {
            execute("DROP KEYSPACE IF EXISTS " + options.keyspace());
        } catch (DriverTimeoutException late) {
            System.err.println("dropping " + options.keyspace() + ": " + late.getMessage());
        }
    }
}
