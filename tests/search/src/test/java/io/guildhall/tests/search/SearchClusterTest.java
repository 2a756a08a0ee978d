package io.guildhall.tests.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.BindRequest;
import io.guildhall.model.rpc.CellsRequest;
import io.guildhall.model.rpc.CheckReply;
import io.guildhall.model.rpc.CheckRequest;
import io.guildhall.model.rpc.DrainRequest;
import io.guildhall.model.rpc.SearchOperatorGrpc;
import io.guildhall.model.rpc.StorageGrpc;
import io.guildhall.testing.Eventually;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the event log tells is found in the right cell, exactly once, whatever dies. */
class SearchClusterTest {
    /** With a pause before each. A node that dies while Kafka shares partitions out is waited for twice by the others. */
    private static final int ATTEMPTS = 600;

    @TempDir
    static Path directory;

    private static final ClusterCalls CALLS = new ClusterCalls();
    private static SearchCluster cluster;
    private static StorageGrpc.StorageBlockingStub store;
    private static long nextGuild = 1_000;

    private final List<TestOwner> owners = new ArrayList<>();

    @BeforeAll
    static void start() {
        cluster = new SearchCluster(directory);
        store = CALLS.storage(cluster.store);
    }

    @AfterAll
    static void stop() {
        CALLS.close();
        if (cluster != null) {
            cluster.close();
        }
    }

    @AfterEach
    void leave() {
        owners.forEach(TestOwner::close);
    }

    @Test
    void whatIsToldIsFoundOnceAndWhatIsDeletedNever() {
        TestOwner owner = owner("one");
        say(owner, 0, 20);
        owner.delete(owner.message(3));
        owner.begin();
        owner.say(owner.message(20), "hello twenty");

        awaitFound(owner, ids(owner, 0, 21, 3));

        assertThat(found(owner, "twenty", 0)).containsExactly(owner.message(20));
        // The other node, which may have had no part in it.
        assertThat(found(owner, "twenty", 1)).containsExactly(owner.message(20));
    }

    @Test
    void aDeadCellHoldsUpNobodyElseAndMissesNothingWhenItIsBack() {
        TestOwner there = owner("one");
        TestOwner here = owner("two");
        say(there, 0, 10);
        say(here, 0, 10);
        awaitFound(there, ids(there, 0, 10));
        awaitFound(here, ids(here, 0, 10));
        cluster.one.kill();

        say(there, 10, 40);
        there.delete(there.message(2));
        there.delete(there.message(12));
        say(here, 10, 40);

        awaitFound(here, ids(here, 0, 40));
        cluster.one.start();
        awaitFound(there, ids(there, 0, 40, 2, 12));
    }

    @Test
    void whatWasFoundIsFoundWhileKafkaIsDeadAndNothingIsMissedWhenItIsBack() {
        TestOwner owner = owner("two");
        say(owner, 0, 10);
        awaitFound(owner, ids(owner, 0, 10));
        cluster.kafka.kill();
        assertThat(found(owner, "hello", 0)).hasSize(10);
        cluster.kafka.start();
        say(owner, 10, 20);
        owner.delete(owner.message(15));

        awaitFound(owner, ids(owner, 0, 20, 15));
    }

    @Test
    void nothingHangsOnRedis() {
        TestOwner owner = owner("two");
        say(owner, 0, 10);
        awaitFound(owner, ids(owner, 0, 10));
        assertThat(cluster.sharedKeys()).anyMatch(key -> key.endsWith("search:{load}:two"));
        cluster.redis.kill();
        say(owner, 10, 20);
        owner.delete(owner.message(15));
        awaitFound(owner, ids(owner, 0, 20, 15));
        cluster.redis.start();
        say(owner, 20, 30);
        awaitFound(owner, ids(owner, 0, 30, 15));
    }

    @Test
    void anotherSearchNodeGoesOnWhereOneDied() {
        TestOwner owner = owner("two");
        say(owner, 0, 10);
        awaitFound(owner, ids(owner, 0, 10));
        cluster.nodes.getFirst().kill();
        say(owner, 10, 20);
        owner.delete(owner.message(15));

        awaitFound(owner, ids(owner, 0, 20, 15), 1);

        cluster.nodes.getFirst().start();
        cluster.awaitNode(0);
    }

    @Test
    void aDrainedCellIsEmptyAndWhatWasThereIsFoundElsewhere() {
        TestOwner owner = owner("one");
        say(owner, 0, 10);
        awaitFound(owner, ids(owner, 0, 10));

        operator().drain(DrainRequest.newBuilder().setCell("one").build());

        try {
            Eventually.until(() -> operator().cells(CellsRequest.getDefaultInstance()).getCellsList().stream()
                    .anyMatch(cell -> cell.getName().equals("one") && cell.getDraining() && cell.getHomes() == 0));
            say(owner, 10, 20);
            awaitFound(owner, ids(owner, 0, 20));
            CheckReply checked = operator()
                    .check(CheckRequest.newBuilder().setHome(owner.guild).build());
            assertThat(checked.getHome().getCell()).isEqualTo("two");
            assertThat(checked.getRepaired()).isFalse();
            assertThat(checked.getStored()).isEqualTo(20);
        } finally {
            operator()
                    .drain(DrainRequest.newBuilder()
                            .setCell("one")
                            .setUndo(true)
                            .build());
        }
    }

    private TestOwner owner(String cell) {
        nextGuild += 10;
        TestOwner owner = new TestOwner(nextGuild, store, cluster.kafka.address());
        owners.add(owner);
        operator()
                .bind(BindRequest.newBuilder()
                        .setHome(owner.guild)
                        .setCell(cell)
                        .build());
        return owner;
    }

    private static void say(TestOwner owner, int from, int to) {
        for (int number = from; number < to; number++) {
            owner.say(owner.message(number), "hello number " + number);
        }
    }

    /** Ids of an owner's messages from one number to before another, without some. */
    private static List<Long> ids(TestOwner owner, int from, int to, int... without) {
        return IntStream.range(from, to)
                .filter(number -> IntStream.of(without).noneMatch(left -> left == number))
                .mapToLong(owner::message)
                .boxed()
                .toList();
    }

    private void awaitFound(TestOwner owner, List<Long> expected) {
        awaitFound(owner, expected, 0);
    }

    private void awaitFound(TestOwner owner, List<Long> expected, int node) {
        List<Long> last = found(owner, "hello", node);
        for (int attempt = 0; attempt < ATTEMPTS && !last.equals(expected); attempt++) {
            pause();
            last = found(owner, "hello", node);
        }
        assertThat(last).isEqualTo(expected);
    }

    private static List<Long> found(TestOwner owner, String words, int node) {
        return new Questions(CALLS, cluster).found(owner, words, node);
    }

    private static SearchOperatorGrpc.SearchOperatorBlockingStub operator() {
        return CALLS.operator(cluster.asking.getLast());
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
