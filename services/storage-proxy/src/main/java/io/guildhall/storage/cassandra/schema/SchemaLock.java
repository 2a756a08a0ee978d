package io.guildhall.storage.cassandra.schema;

import com.datastax.oss.driver.api.core.CqlSession;
import io.guildhall.storage.cassandra.Cql;
import io.guildhall.storage.cassandra.SchemaLocks;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.UUID;

/** Lets one process at a time change the schema of a keyspace. */
final class SchemaLock implements AutoCloseable {
    /** Longer than the schema takes on a slow cluster. */
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String NAME = "schema";

    private final CqlSession session;
    private final String table;
    private final String holder = UUID.randomUUID().toString();

    private SchemaLock(CqlSession session, String table) {
        this.session = session;
        this.table = table;
    }

    /** @throws StoreException TIMED_OUT when somebody else holds it for longer than it can be held */
    static SchemaLock acquire(CqlSession session, String keyspace) {
        SchemaLock lock = new SchemaLock(session, Cql.name(keyspace, SchemaLocks.TABLE));
        long end = System.nanoTime() + LIFETIME.multipliedBy(2).toNanos();
        while (!lock.tryAcquire()) {
            if (System.nanoTime() > end) {
                throw new StoreException(
                        StoreException.Reason.TIMED_OUT,
                        "Somebody else is changing the schema of keyspace " + keyspace);
            }
            pause();
        }
        return lock;
    }

    @Override
    public void close() {
        session.execute(
                PatientStatement.of("DELETE FROM " + table + " WHERE \"name\" = ? IF \"holder\" = ?", NAME, holder));
    }

    private boolean tryAcquire() {
        return session.execute(PatientStatement.of(
                        "INSERT INTO " + table + " (\"name\", \"holder\") VALUES (?, ?) IF NOT EXISTS USING TTL "
                                + LIFETIME.toSeconds(),
                        NAME,
                        holder))
                .wasApplied();
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
