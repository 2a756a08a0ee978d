package io.guildhall.storage.cassandra;

import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.GuildInvites;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.MessageNonces;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Pins;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CassandraStoreTest extends StoreContract {
    private static final Table[] TABLES = {
        Messages.TABLE,
        Pins.TABLE,
        GuildInvites.TABLE,
        Members.TABLE,
        Usernames.TABLE,
        MessageNonces.TABLE,
        Channels.TABLE,
        EventOutbox.TABLE,
        ActorEpochs.TABLE
    };

    private static TestKeyspace keyspace;

    @BeforeAll
    static void openKeyspace() {
        keyspace = TestKeyspace.open(CassandraStoreTest.class);
    }

    @AfterAll
    static void closeKeyspace() {
        if (keyspace != null) {
            keyspace.close();
        }
    }

    @Override
    protected Store open() {
        keyspace.truncate(TABLES);
        return keyspace.store();
    }

    @Override
    protected int brief() {
        return 1;
    }

    /** A cluster's clock is the machine's: seconds pass by waiting for them, and one more as it counts in whole ones. */
    @Override
    protected void pass(int seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
