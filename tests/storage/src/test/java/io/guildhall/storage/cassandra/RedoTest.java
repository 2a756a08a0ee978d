package io.guildhall.storage.cassandra;

import static io.guildhall.storage.store.Stores.rows;
import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches larger than a cluster takes at once, and what their writers leave behind. */
class RedoTest {
    private static final int PARTITIONS = 60;
    private static final String CONTENT = "x".repeat(20_000);

    private static TestKeyspace keyspace;

    private CassandraStore store;
    /** Of a proxy that looks at the cluster a quarter of an hour later. */
    private CassandraStore later;

    @BeforeAll
    static void openKeyspace() {
        keyspace = TestKeyspace.open(RedoTest.class);
    }

    @AfterAll
    static void closeKeyspace() {
        if (keyspace != null) {
            keyspace.close();
        }
    }

    @BeforeEach
    void openStores() {
        keyspace.truncate(Messages.TABLE, PendingBatches.TABLE);
        store = keyspace.store();
        later = at(Duration.ofMinutes(15));
    }

    @AfterEach
    void closeStores() {
        store.close();
        later.close();
    }

    @Test
    void aLargeBatchIsWrittenWholeAndLeavesNoRecord() {
        assertThat(store.write(large(0)).join().getApplied()).isTrue();
        store.close();

        assertThat(messages()).isEqualTo(PARTITIONS);
        assertThat(records()).isZero();
        assertThat(later.recovery().sweep()).isZero();
    }

    @Test
    void aLargeBatchOfOnePartitionIsWrittenWholeToo() {
        write(
                store,
                LongStream.range(0, PARTITIONS)
                        .mapToObj(id -> Write.to(Messages.TABLE, 1L, 2L, id)
                                .set(Messages.CONTENT, CONTENT)
                                .build())
                        .toArray(Mutation[]::new));

        assertThat(rows(store, Messages.TABLE, Read.from(Messages.TABLE, 1L, 2L).build()))
                .hasSize(PARTITIONS);
    }

    @Test
    void whatAWriterLeftBehindIsAppliedByAnotherOnce() {
        record(large(1_000));
        assertThat(messages()).isZero();

        assertThat(later.recovery().sweep()).isEqualTo(1);
        assertThat(messages()).isEqualTo(PARTITIONS);
        assertThat(records()).isZero();
        assertThat(later.recovery().sweep()).isZero();
    }

    @Test
    void aRecordThatIsAppliedLateUndoesNothingThatCameAfterIt() {
        record(large(1_000));
        keyspaceWrite(5_000, Write.delete(Messages.TABLE, 0L, 0L, 1L));
        keyspaceWrite(
                5_001,
                Write.to(Messages.TABLE, 1L, 0L, 1L)
                        .set(Messages.CONTENT, "edited")
                        .build());
        later.recovery().sweep();

        assertThat(messages()).isEqualTo(PARTITIONS - 1);
        assertThat(rows(store, Messages.TABLE, Read.row(Messages.TABLE, 1L, 0L, 1L))
                        .getFirst()
                        .get(Messages.CONTENT))
                .isEqualTo("edited");
    }

    @Test
    void aRecordThatDidNotBecomeWholeIsRemovedAndNothingOfItApplied() {
        RedoRecord record = record(large(1_000));
        keyspaceWrite(Long.MAX_VALUE / 2, Write.delete(PendingBatches.TABLE, record.key(1)));

        assertThat(later.recovery().sweep()).isZero();
        assertThat(messages()).isZero();
        assertThat(records()).isZero();
    }

    @Test
    void aYoungRecordIsLeftToItsWriter() {
        record(large(1_000));

        assertThat(store.recovery().sweep()).isZero();
        assertThat(records()).isPositive();
    }

    @Test
    void severalRecordsAreAllApplied() {
        for (int number = 0; number < 12; number++) {
            record(WriteRequest.newBuilder()
                    .addMutations(Write.to(Messages.TABLE, (long) number, 0L, 1L)
                            .set(Messages.AUTHOR_ID, 1L)
                            .build())
                    .setTimestamp(1_000)
                    .build());
        }

        assertThat(later.recovery().sweep()).isEqualTo(12);
        assertThat(messages()).isEqualTo(12);
    }

    @Test
    void theScheduleFindsRecordsByItself() throws InterruptedException {
        record(large(1_000));
        later.recoverEvery(Duration.ofMillis(20));

        while (rows(store, Messages.TABLE, Read.row(Messages.TABLE, PARTITIONS - 1L, 0L, 1L))
                .isEmpty()) {
            Thread.sleep(50);
        }
        later.close();
        assertThat(messages()).isEqualTo(PARTITIONS);
        assertThat(records()).isZero();
    }

    private static CassandraStore at(Duration offset) {
        return new CassandraStore(
                keyspace.session(),
                keyspace.options(),
                Clock.offset(Clock.systemUTC(), offset),
                CassandraObserver.NONE,
                () -> {});
    }

    private static WriteRequest large(long timestamp) {
        return WriteRequest.newBuilder()
                .addAllMutations(LongStream.range(0, PARTITIONS)
                        .mapToObj(channel -> Write.to(Messages.TABLE, channel, 0L, 1L)
                                .set(Messages.CONTENT, CONTENT)
                                .build())
                        .toList())
                .setTimestamp(timestamp)
                .build();
    }

    /** What is there when a writer dies between its record and its first part. */
    private static RedoRecord record(WriteRequest request) {
        Requests requests = new Requests(keyspace.session(), keyspace.options(), CassandraObserver.NONE, Runnable::run);
        Statements statements =
                new Statements(keyspace.session(), keyspace.options().keyspace());
        RedoLog redo = new RedoLog(
                new BatchSender(requests, new MutationBinder(statements)),
                new WriteClock(Clock.systemUTC()),
                CassandraObserver.NONE);
        return redo.record(request, requests.deadline()).join();
    }

    private void keyspaceWrite(long timestamp, Mutation mutation) {
        store.write(WriteRequest.newBuilder()
                        .addMutations(mutation)
                        .setTimestamp(timestamp)
                        .build())
                .join();
    }

    private static long messages() {
        return count(Messages.TABLE);
    }

    private static long records() {
        return count(PendingBatches.TABLE);
    }

    private static long count(Table table) {
        return keyspace.execute(
                        "SELECT COUNT(*) FROM " + Cql.name(keyspace.options().keyspace(), table))
                .one()
                .getLong(0);
    }
}
