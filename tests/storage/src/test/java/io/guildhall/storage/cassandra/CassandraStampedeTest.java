package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.flight.StampedeContract;
import io.guildhall.storage.store.Store;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The reads are those that Cassandra itself has counted, for both tables that the contract uses. */
class CassandraStampedeTest extends StampedeContract {
    private static TestKeyspace keyspace;
    private static CassandraStore store;

    @BeforeAll
    static void open() {
        keyspace = TestKeyspace.open(CassandraStampedeTest.class);
        store = keyspace.store();
    }

    @AfterAll
    static void close() {
        if (keyspace != null) {
            store.close();
            keyspace.close();
        }
    }

    @Override
    protected Store store() {
        return store;
    }

    @Override
    protected long databaseReads() {
        return List.of(Messages.TABLE, Guilds.TABLE).stream()
                .mapToLong(table -> {
                    Row counted = keyspace.execute(
                                    "SELECT count FROM system_views.coordinator_read_latency"
                                            + " WHERE keyspace_name = ? AND table_name = ?",
                                    keyspace.options().keyspace(),
                                    table.name())
                            .one();
                    return counted == null ? 0 : counted.getLong(0);
                })
                .sum();
    }
}
