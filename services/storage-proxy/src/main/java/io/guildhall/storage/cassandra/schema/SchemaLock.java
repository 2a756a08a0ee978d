package io.guildhall.storage.cassandra.schema;

import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import io.guildhall.storage.cassandra.Cql;
import io.guildhall.storage.cassandra.SchemaLocks;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Lets one process at a time change the schema of a keyspace. */
final class SchemaLock implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SchemaLock.class);

    /** Longer than the schema takes on a slow cluster. */
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String NAME = "schema";

    private final SchemaNode node;
    private final String table;
    private final String holder = UUID.randomUUID().toString();

    private SchemaLock(SchemaNode node, String table) {
        this.node = node;
        this.table = table;
    }

    /**
     * Waits for whoever holds it, and for nodes that have not heard of its table yet.
     *
     * @throws StoreException when that takes longer than it can be held
     */
    static SchemaLock acquire(SchemaNode node, String keyspace) {
        SchemaLock lock = new SchemaLock(node, Cql.name(keyspace, SchemaLocks.TABLE));
        long end = System.nanoTime() + LIFETIME.multipliedBy(2).toNanos();
        while (!lock.tryAcquire(System.nanoTime() < end)) {
            if (System.nanoTime() > end) {
                throw new StoreException(
                        StoreException.Reason.TIMED_OUT,
                        "Somebody else is changing the schema of keyspace " + keyspace);
            }
            pause();
        }
        return lock;
    }

    /** A lock that cannot be let go of ends by itself. */
    @Override
    public void close() {
        try {
            node.execute("DELETE FROM " + table + " WHERE \"name\" = ? IF \"holder\" = ?", NAME, holder);
        } catch (StoreException failure) {
            LOG.warnf("The next who changes the schema waits for two minutes: %s", failure.getMessage());
        }
    }

    private boolean tryAcquire(boolean again) {
        try {
            ResultSet result = node.execute(
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

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException(
                    StoreException.Reason.CLOSED, "interrupted while another process changes the schema", interrupted);
        }
    }
}
