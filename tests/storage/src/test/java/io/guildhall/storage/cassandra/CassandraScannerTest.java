package io.guildhall.storage.cassandra;

import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.storage.scan.Scanner;
import io.guildhall.storage.scan.ScannerContract;
import io.guildhall.storage.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CassandraScannerTest extends ScannerContract {
    private static TestKeyspace keyspace;

    @BeforeAll
    static void openKeyspace() {
        keyspace = TestKeyspace.open(CassandraScannerTest.class);
    }

    @AfterAll
    static void closeKeyspace() {
        if (keyspace != null) {
            keyspace.close();
        }
    }

    @Override
    protected Store open() {
        keyspace.truncate(Messages.TABLE, EventOutbox.TABLE, Usernames.TABLE);
        return keyspace.store();
    }

    @Override
    protected Scanner scanner() {
        return keyspace.store();
    }

    @Override
    protected long now() {
        return System.currentTimeMillis();
    }
}
