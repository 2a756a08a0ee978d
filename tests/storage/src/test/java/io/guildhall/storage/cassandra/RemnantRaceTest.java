package io.guildhall.storage.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.time.Pace;
import io.guildhall.storage.remnant.CompleteRows;
import io.guildhall.storage.remnant.RemnantObserver;
import io.guildhall.storage.remnant.RemnantSweeper;
import io.guildhall.storage.store.Stores;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The race of an edit with a delete, on three real nodes: what comes back, who sees it, and how it goes. */
@Tag("long")
class RemnantRaceTest {
    private static final List<Table> TABLES = List.of(Messages.TABLE, PendingBatches.TABLE, SchemaLocks.TABLE);
    private static final long CHANNEL = 10;
    private static final long BUCKET = 3;

    private static TestKeyspace keyspace;
    private static CassandraStore store;
    private static List<Node> coordinators;

    @BeforeAll
    static void startCluster() {
        List<InetSocketAddress> hosts =
                CassandraNodes.three().stream().map(CassandraNode::cql).toList();
        keyspace = TestKeyspace.open(RemnantRaceTest.class, hosts, 3, TABLES);
        store = keyspace.store();
        coordinators = List.copyOf(keyspace.session().getMetadata().getNodes().values());
    }

    @AfterAll
    static void close() {
        if (keyspace != null) {
            keyspace.close();
        }
    }

    @Test
    @Timeout(120)
    void anEditAndADeleteAtTwoCoordinatorsLeaveARemnantThatIsHiddenAndRemovedByARead() throws InterruptedException {
        race(1, 1);
        assertThat(raw(1).isNull("author_id")).isTrue();
        assertThat(raw(1).getString("content")).isEqualTo("edited");
        write(2, micros());

        CompleteRows readers = new CompleteRows(store, 100, RemnantObserver.NONE);
        assertThat(Stores.rows(
                        readers,
                        Messages.TABLE,
                        Read.from(Messages.TABLE, CHANNEL, BUCKET)
                                .startingAt(2L)
                                .endingAt(1L)
                                .limit(2)
                                .build()))
                .extracting(row -> row.get(Messages.MESSAGE_ID))
                .containsExactly(2L);

        while (raw(1) != null) {
            Thread.sleep(10);
        }
        assertThat(raw(2)).isNotNull();
    }

    @Test
    void whicheverOfTheTwoComesFirstTheSameIsLeft() {
        for (long id = 100; id < 120; id++) {
            race(id, id);
            assertThat(raw(id).isNull("author_id")).isTrue();
            assertThat(store.remove(Messages.TABLE, key(id)).join()).isTrue();
            assertThat(raw(id)).isNull();
        }
    }

    @Test
    void aRemnantThatNobodyReadsIsSwept() throws InterruptedException {
        race(200, 1);
        write(201, micros());
        StaticDiscovery alone = StaticDiscovery.oneProcess("");
        assertThat(alone.nodes(Role.STORAGE_PROXY)).hasSize(1);

        new RemnantSweeper(
                        store,
                        store,
                        List.of(Messages.TABLE),
                        alone,
                        Pace.of(1_000_000),
                        RemnantObserver.NONE,
                        new Random(1))
                .round(() -> true);

        assertThat(raw(200)).isNull();
        assertThat(raw(201)).isNotNull();
    }

    @Test
    void aRowThatIsWrittenWholeMeanwhileSurvives() {
        for (long id = 300; id < 340; id++) {
            race(id, id);
            CompletableFuture<Boolean> removal = store.remove(Messages.TABLE, key(id));
            CompletableFuture<?> rewrite = store.write(whole(id, micros()));
            CompletableFuture<Boolean> another = store.remove(Messages.TABLE, key(id));
            CompletableFuture.allOf(removal, rewrite, another).join();

            assertThat(raw(id).getLong("author_id")).isEqualTo(5);
        }
    }

    @Test
    void aRowThatWasWrittenLaterButArrivesFirstSurvivesToo() {
        race(400, 1);
        long edited = raw(400).getLong("written");
        store.write(whole(400, edited + 1)).join();
        assertThat(store.remove(Messages.TABLE, key(400)).join()).isFalse();
        assertThat(raw(400).getLong("author_id")).isEqualTo(5);
    }

    @Test
    void whatAnEditLeftThatOnlyEmptiedCellsGoesWhenItIsOld() {
        long now = micros();
        store.write(whole(500, now)).join();
        store.write(at(now + 10, Write.delete(Messages.TABLE, CHANNEL, BUCKET, 500L)))
                .join();
        store.write(at(
                        now + 20,
                        Write.to(Messages.TABLE, CHANNEL, BUCKET, 500L)
                                .set(Messages.REACTIONS, null)
                                .build()))
                .join();
        assertThat(raw(500).isNull("author_id")).isTrue();

        store.remove(Messages.TABLE, key(500)).join();
        assertThat(raw(500)).isNotNull();
        laterStore().remove(Messages.TABLE, key(500)).join();
        assertThat(raw(500)).isNull();
    }

    /** A whole message; then it is deleted by one coordinator while another writes an edit that is a little newer. */
    private static void race(long id, long seed) {
        long now = micros();
        store.write(whole(id, now)).join();
        CompletableFuture<?> delete = at(
                (int) (seed % 2),
                "DELETE FROM %s.messages USING TIMESTAMP " + (now + 10) + " WHERE channel_id = 10 AND bucket = 3"
                        + " AND message_id = " + id);
        CompletableFuture<?> edit = at(
                2,
                "INSERT INTO %s.messages (channel_id, bucket, message_id, content, edited_at) VALUES (10, 3, " + id
                        + ", 'edited', 7) USING TIMESTAMP " + (now + 11));
        CompletableFuture.allOf(delete, edit).join();
    }

    private static CompletableFuture<?> at(int coordinator, String cql) {
        CompletionStage<?> running = session()
                .executeAsync(SimpleStatement.newInstance(
                                cql.formatted(keyspace.options().keyspace()))
                        .setNode(coordinators.get(coordinator))
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM));
        return running.toCompletableFuture();
    }

    /** The row as the cluster holds it; null when there is none. */
    private static Row raw(long id) {
        return session()
                .execute(SimpleStatement.newInstance(
                                ("SELECT author_id, content, WRITETIME(content) AS written FROM %s.messages"
                                                + " WHERE channel_id = 10 AND bucket = 3 AND message_id = " + id)
                                        .formatted(keyspace.options().keyspace()))
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM))
                .one();
    }

    private static CqlSession session() {
        return keyspace.session();
    }

    private static void write(long id, long timestamp) {
        store.write(whole(id, timestamp)).join();
    }

    private static WriteRequest whole(long id, long timestamp) {
        return at(
                timestamp,
                Write.to(Messages.TABLE, CHANNEL, BUCKET, id)
                        .set(Messages.AUTHOR_ID, 5L)
                        .set(Messages.CONTENT, "written")
                        .build());
    }

    private static WriteRequest at(long timestamp, Mutation mutation) {
        return WriteRequest.newBuilder()
                .setTimestamp(timestamp)
                .addMutations(mutation)
                .build();
    }

    private static CassandraStore laterStore() {
        return new CassandraStore(
                session(),
                keyspace.options(),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(2)),
                CassandraObserver.NONE,
                () -> {});
    }

    private static List<Value> key(long id) {
        return List.of(number(CHANNEL), number(BUCKET), number(id));
    }

    private static Value number(long value) {
        return Value.newBuilder().setLongValue(value).build();
    }

    private static long micros() {
        return TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
    }
}
