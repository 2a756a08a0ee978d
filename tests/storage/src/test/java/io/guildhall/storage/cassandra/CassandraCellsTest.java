package io.guildhall.storage.cassandra;

import static io.guildhall.storage.store.Stores.batch;
import static io.guildhall.storage.store.Stores.rows;
import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.DeleteRange;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.MessageNonces;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.storage.store.RandomOperations;
import io.guildhall.storage.store.ReferenceStore;
import io.guildhall.storage.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cluster is told of each cell, and the order of writes through several stores. */
class CassandraCellsTest {
    private static TestKeyspace keyspace;

    private CassandraStore store;
    private CassandraStore other;

    @BeforeAll
    static void openKeyspace() {
        keyspace = TestKeyspace.open(CassandraCellsTest.class);
    }

    @AfterAll
    static void closeKeyspace() {
        if (keyspace != null) {
            keyspace.close();
        }
    }

    @BeforeEach
    void openStores() {
        keyspace.truncate(Messages.TABLE, MessageNonces.TABLE, EventOutbox.TABLE, Usernames.TABLE);
        store = keyspace.store();
        other = keyspace.store();
    }

    @AfterEach
    void closeStores() {
        store.close();
        other.close();
    }

    @Test
    void mutationsHaveTheTimesThatTheCallerReserved() {
        store.write(
                        batch(
                                        message(7).set(Messages.CONTENT, "a").build(),
                                        message(7).set(Messages.FLAGS, 1L).build())
                                .toBuilder()
                                .setTimestamp(1_000)
                                .build())
                .join();

        Row row = cql("SELECT WRITETIME(content), WRITETIME(flags) FROM %s.messages");
        assertThat(row.getLong(0)).isEqualTo(1_000);
        assertThat(row.getLong(1)).isEqualTo(1_001);
    }

    @Test
    void ofTwoStoresTheLaterTimeWinsWhicheverWriteComesLast() {
        writeAt(store, 2_000, message(7).set(Messages.CONTENT, "later").build());
        writeAt(other, 1_999, message(7).set(Messages.CONTENT, "earlier").build());
        assertThat(messages().getFirst().get(Messages.CONTENT)).isEqualTo("later");

        writeAt(other, 2_001, Write.delete(Messages.TABLE, 1L, 2L, 7L));
        writeAt(store, 2_000, message(7).set(Messages.FLAGS, 1L).build());
        assertThat(messages()).isEmpty();
    }

    @Test
    void aWriteThatIsMadeAgainChangesNothing() {
        writeAt(store, 1_000, message(7).set(Messages.CONTENT, "first").build());
        writeAt(store, 1_001, message(7).set(Messages.CONTENT, "second").build());
        writeAt(other, 1_000, message(7).set(Messages.CONTENT, "first").build());

        assertThat(messages().getFirst().get(Messages.CONTENT)).isEqualTo("second");
    }

    @Test
    void theTablesLifetimeIsSaidUnlessTheRequestHasOne() {
        write(
                store,
                Write.to(MessageNonces.TABLE, 1L, 2L, "n")
                        .set(MessageNonces.MESSAGE_ID, 1L)
                        .build());
        assertThat(cql("SELECT TTL(message_id) FROM %s.message_nonces").getInt(0))
                .isBetween(
                        1, (int) MessageNonces.TABLE.timeToLive().orElseThrow().toSeconds());

        write(
                store,
                Write.to(MessageNonces.TABLE, 1L, 2L, "n")
                        .set(MessageNonces.MESSAGE_ID, 1L)
                        .timeToLive(100_000)
                        .build());
        assertThat(cql("SELECT TTL(message_id) FROM %s.message_nonces").getInt(0))
                .isBetween(10_000, 100_000);

        write(store, message(7).set(Messages.CONTENT, "a").build());
        assertThat(cql("SELECT TTL(content) FROM %s.messages").isNull(0)).isTrue();
    }

    @Test
    void theLongestLifetimeIsTwentyYears() {
        write(store, message(7).set(Messages.CONTENT, "a").timeToLive(-1).build());

        assertThat(messages()).hasSize(1);
    }

    @Test
    void aRowThatWasClaimedCanBeDeletedAndClaimedAgainAtOnceThroughAStoreWhoseClockIsBehind() {
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofMillis(-700));
        try (CassandraStore late =
                new CassandraStore(keyspace.session(), keyspace.options(), behind, CassandraObserver.NONE, () -> {})) {
            for (long user = 0; user < 5; user++) {
                assertThat(write(late, claim(user)).getApplied()).isTrue();
                write(late, Write.delete(Usernames.TABLE, "anna"));
                assertThat(rows(late, Usernames.TABLE, Read.row(Usernames.TABLE, "anna")))
                        .isEmpty();
            }
        }
    }

    @Test
    void aClaimIsNotLostBehindADeleteFromAClockThatIsAhead() {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMillis(300));
        try (CassandraStore early =
                new CassandraStore(keyspace.session(), keyspace.options(), ahead, CassandraObserver.NONE, () -> {})) {
            write(early, Write.delete(Usernames.TABLE, "anna"));
            assertThat(write(store, claim(1)).getApplied()).isTrue();

            assertThat(rows(store, Usernames.TABLE, Read.row(Usernames.TABLE, "anna")))
                    .hasSize(1);
        }
    }

    @Test
    void rangesWhoseBoundsPartInSeveralColumnsAreReadAndDeletedExactly() {
        for (long epoch = 1; epoch <= 4; epoch++) {
            for (long sequence = 1; sequence <= 4; sequence++) {
                write(
                        store,
                        Write.to(EventOutbox.TABLE, 0L, 1L, epoch, sequence).build());
            }
        }
        assertThat(events(Read.from(EventOutbox.TABLE, 0L, 1L).after(1L, 3L).before(3L, 2L)))
                .containsExactly("1.4", "2.1", "2.2", "2.3", "2.4", "3.1");
        assertThat(events(Read.from(EventOutbox.TABLE, 0L, 1L)
                        .after(2L)
                        .endingAt(4L, 1L)
                        .reversed()
                        .limit(3)))
                .containsExactly("4.1", "3.4", "3.3");

        write(store, deleteEvents(bound(false, 1, 3), bound(true, 3, 2)));
        assertThat(events(Read.from(EventOutbox.TABLE, 0L, 1L)))
                .containsExactly("1.1", "1.2", "1.3", "3.3", "3.4", "4.1", "4.2", "4.3", "4.4");
        write(store, deleteEvents(bound(true, 3, 4), bound(true, 2, 1)));
        assertThat(events(Read.from(EventOutbox.TABLE, 0L, 1L))).hasSize(9);
    }

    @Test
    void aReadOfTenThousandRowsComesInPagesAndWhole() {
        Mutation[] rows = LongStream.range(0, 2_500)
                .mapToObj(id -> message(id).set(Messages.FLAGS, id).build())
                .toArray(Mutation[]::new);
        write(store, rows);

        assertThat(messages())
                .extracting(row -> row.get(Messages.FLAGS))
                .containsExactlyElementsOf(
                        LongStream.range(0, 2_500).map(id -> 2_499 - id).boxed().toList());
        assertThat(rows(
                        store,
                        Messages.TABLE,
                        Read.from(Messages.TABLE, 1L, 2L).limit(1_500).build()))
                .hasSize(1_500);
    }

    @Test
    void randomOperationsGiveTheSameResultsAsOnTheReferenceStore() {
        for (long seed = 1; seed <= 3; seed++) {
            keyspace.truncate();
            RandomOperations operations = new RandomOperations(seed, 100_000);
            try (Store reference = new ReferenceStore(Clock.systemUTC())) {
                for (int step = 0; step < 150; step++) {
                    var write = operations.write();
                    assertThat(store.write(write).join())
                            .as("seed %s, write %s", seed, write)
                            .isEqualTo(reference.write(write).join());
                    var read = operations.read();
                    assertThat(store.read(read).join())
                            .as("seed %s, read %s", seed, read)
                            .isEqualTo(reference.read(read).join());
                }
            }
        }
    }

    private static Write message(long id) {
        return Write.to(Messages.TABLE, 1L, 2L, id);
    }

    private static Mutation claim(long user) {
        return Write.to(Usernames.TABLE, "anna")
                .set(Usernames.USER_ID, user)
                .ifAbsent()
                .build();
    }

    private static void writeAt(Store store, long timestamp, Mutation mutation) {
        store.write(batch(mutation).toBuilder().setTimestamp(timestamp).build()).join();
    }

    private List<RowView> messages() {
        return rows(store, Messages.TABLE, Read.from(Messages.TABLE, 1L, 2L).build());
    }

    private List<String> events(Read read) {
        return rows(store, EventOutbox.TABLE, read.build()).stream()
                .map(row -> row.get(EventOutbox.EPOCH) + "." + row.get(EventOutbox.SEQUENCE))
                .toList();
    }

    private static Mutation deleteEvents(Bound from, Bound to) {
        return Mutation.newBuilder()
                .setTable(EventOutbox.TABLE.name())
                .setDeleteRange(DeleteRange.newBuilder()
                        .addPartition(number(0))
                        .addPartition(number(1))
                        .setFrom(from)
                        .setTo(to))
                .build();
    }

    private static Bound bound(boolean inclusive, long... prefix) {
        Bound.Builder bound = Bound.newBuilder().setInclusive(inclusive);
        LongStream.of(prefix).forEach(value -> bound.addPrefix(number(value)));
        return bound.build();
    }

    private static Value number(long value) {
        return Value.newBuilder().setLongValue(value).build();
    }

    private static Row cql(String statement) {
        return keyspace.execute(statement.formatted(keyspace.options().keyspace()))
                .one();
    }
}
