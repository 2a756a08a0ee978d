package io.guildhall.storage.cassandra.schema;

import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import io.guildhall.storage.cassandra.Cql;
import io.guildhall.storage.cassandra.SchemaLocks;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Lets one process at a time change the schema of a keyspace. */
final class SchemaLock implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SchemaLock.class);

    /** Longer than one change takes on a slow cluster. */
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    /** Through one node after the other. */
    private static final int RELEASES = 5;

    private static final String NAME = "schema";

    private final SchemaNode node;
    private final String table;
    private final String holder;

    private SchemaLock(SchemaNode node, String table, String holder) {
        this.node = node;
        this.table = table;
        this.holder = holder;
    }

    /**
     * Waits for whoever holds it, and for nodes that have not heard of its table yet. Each attempt goes through another node.
     *
     * @param holder the same again by whom an attempt before may have left as its holder
     * @throws StoreException TIMED_OUT when that takes longer than it can be held, UNAVAILABLE when the cluster does not do it
     *     for as long
     */
    static SchemaLock acquire(SchemaNode node, String keyspace, String holder) {
        SchemaLock lock = new SchemaLock(node, Cql.name(keyspace, SchemaLocks.TABLE), holder);
        long end = System.nanoTime() + LIFETIME.multipliedBy(2).toNanos();
        for (int turn = 0; !lock.tryAcquire(turn, System.nanoTime() < end); turn++) {
            if (System.nanoTime() > end) {
                throw new StoreException(
                        StoreException.Reason.TIMED_OUT,
                        "Somebody else is changing the schema of keyspace " + keyspace);
            }
            SchemaNode.pause();
        }
        return lock;
    }

    /**
     * Holds it for its whole lifetime from now on.
     *
     * @throws StoreException UNAVAILABLE when the cluster does not do it, or somebody else holds it since
     */
    void keep() {
        ResultSet result = node.execute(
                "UPDATE " + table + " USING TTL " + LIFETIME.toSeconds()
                        + " SET \"holder\" = ? WHERE \"name\" = ? IF \"holder\" = ?",
                holder,
                NAME,
                holder);
        if (!result.wasApplied()) {
            throw new StoreException(
                    StoreException.Reason.UNAVAILABLE, "Changing the schema took so long that somebody else began.");
        }
    }

    /** A lock that cannot be let go of ends by itself. */
    @Override
    public void close() {
        for (int turn = 0; !tryRelease(turn, turn + 1 == RELEASES); turn++) {
            SchemaNode.pause();
        }
    }

    private boolean tryRelease(int turn, boolean last) {
        try {
            node.after(turn).execute("DELETE FROM " + table + " WHERE \"name\" = ? IF \"holder\" = ?", NAME, holder);
            return true;
        } catch (StoreException failure) {
            if (last) {
                LOG.warnf("The next who changes the schema waits for two minutes: %s", failure.getMessage());
            }
            return last;
        }
    }

    private boolean tryAcquire(int turn, boolean again) {
        try {
            ResultSet result = node.after(turn)
                    .execute(
                            "INSERT INTO " + table + " (\"name\", \"holder\") VALUES (?, ?) IF NOT EXISTS USING TTL "
                                    + LIFETIME.toSeconds(),
                            NAME,
                            holder);
            // An attempt whose answer was lost may have succeeded.
            return result.wasApplied() || holder.equals(result.one().getString("holder"));
        } catch (StoreException failure) {
            boolean passing = failure.reason() == StoreException.Reason.UNAVAILABLE
                    || failure.getCause() instanceof InvalidQueryException;
            if (!again || !passing) {
                throw failure;
            }
            return false;
        }
    }
}
