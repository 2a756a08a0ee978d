package io.guildhall.storage.cassandra;

import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.scan.Importer;
import io.guildhall.storage.scan.ImporterContract;
import io.guildhall.storage.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CassandraImporterTest extends ImporterContract {
    private static TestKeyspace keyspace;

    @BeforeAll
    static void openKeyspace() {
        keyspace = TestKeyspace.open(CassandraImporterTest.class);
    }

    @AfterAll
    static void closeKeyspace() {
        if (keyspace != null) {
            keyspace.close();
        }
    }

    @Override
    protected Store open() {
        keyspace.truncate(Messages.TABLE);
        return keyspace.store();
    }

    @Override
    protected Importer importer() {
        return keyspace.store();
    }

    @Override
    protected long now() {
        return System.currentTimeMillis();
    }
}
