package io.guildhall.tests.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.BindRequest;
import io.guildhall.model.rpc.StorageGrpc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many messages while cells, Kafka and search nodes are killed again and again. Long, so it runs only where {@code guildhall.search.burst} says with how
 * many messages.
 */
@EnabledIfSystemProperty(named = "guildhall.search.burst", matches = "[1-9][0-9]*")
class SearchBurstTest {
    private static final int OF_A_GUILD = 1_000;
    private static final int WRITING_AT_ONCE = 8;
    private static final int ALWAYS_DELETED = 10;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration BETWEEN_DEATHS = Duration.ofSeconds(3);

    @TempDir
    private Path directory;

    private final AtomicBoolean writing = new AtomicBoolean(true);

    @Test
    void whateverDiesEveryMessageIsFoundOnceAndDeletedOnesNever() throws Exception {
        int messages = Integer.getInteger("guildhall.search.burst");
        try (SearchCluster cluster = new SearchCluster(directory);
                ClusterCalls calls = new ClusterCalls()) {
            StorageGrpc.StorageBlockingStub store = calls.storage(cluster.store);
            int each = Math.min(OF_A_GUILD, Math.max(1, messages / 4));
            List<TestOwner> owners = IntStream.range(0, Math.max(1, messages / each))
                    .mapToObj(guild -> owner(calls, cluster, store, guild))
                    .toList();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Semaphore turns = new Semaphore(WRITING_AT_ONCE);
                List<Future<?>> written = new ArrayList<>();
                for (TestOwner owner : owners) {
                    written.add(threads.submit(() -> write(owner, each, turns)));
                }
                Future<?> deaths = threads.submit(() -> killUntilAllIsWritten(cluster));
                for (Future<?> done : written) {
                    done.get();
                }
                writing.set(false);
                deaths.get();
            }
            Questions questions = new Questions(calls, cluster);
            for (TestOwner owner : owners) {
                List<Long> expected = expected(owner, each);
                await(() -> questions.found(owner, "hello", 0).equals(expected));
                assertThat(questions.found(owner, "hello", 1)).isEqualTo(expected);
            }
            await(() -> lag(cluster) == 0);
            owners.forEach(TestOwner::close);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - until).as("half an hour is over").isNegative();
            Thread.sleep(LOOK);
        }
    }

    private static TestOwner owner(
            ClusterCalls calls, SearchCluster cluster, StorageGrpc.StorageBlockingStub store, int guild) {
        TestOwner owner = new TestOwner(10_000 + guild * 10L, store, cluster.kafka.address());
        calls.operator(cluster.asking.getLast())
                .bind(BindRequest.newBuilder()
                        .setHome(owner.guild)
                        .setCell(guild % 2 == 0 ? "one" : "two")
                        .build());
        return owner;
    }

    /** With a new term in the middle, as after its owner was killed. */
    private static Void write(TestOwner owner, int messages, Semaphore turns) throws InterruptedException {
        turns.acquire();
        try {
            for (int number = 0; number < messages; number++) {
                owner.say(owner.message(number), "hello number " + number);
                if (number % ALWAYS_DELETED == 0) {
                    owner.delete(owner.message(number));
                }
                if (number == messages / 2) {
                    owner.begin();
                }
            }
            return null;
        } finally {
            turns.release();
        }
    }

    private static List<Long> expected(TestOwner owner, int messages) {
        return IntStream.range(0, messages)
                .filter(number -> number % ALWAYS_DELETED != 0)
                .mapToLong(owner::message)
                .boxed()
                .toList();
    }

    /** Each dies once at least, and is there again at the end. */
    private Void killUntilAllIsWritten(SearchCluster cluster) throws InterruptedException {
        do {
            cluster.one.kill();
            Thread.sleep(BETWEEN_DEATHS);
            cluster.one.start();
            cluster.nodes.getFirst().kill();
            Thread.sleep(BETWEEN_DEATHS);
            cluster.nodes.getFirst().start();
            cluster.awaitNode(0);
            cluster.kafka.kill();
            Thread.sleep(BETWEEN_DEATHS);
            cluster.kafka.start();
            cluster.two.kill();
            Thread.sleep(BETWEEN_DEATHS);
            cluster.two.start();
        } while (writing.get());
        return null;
    }

    /** Records of the log that search nodes are not done with. */
    private static long lag(SearchCluster cluster) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.kafka.address()))) {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets("guildhall-search")
                    .partitionsToOffsetAndMetadata()
                    .get();
            long lag = 0;
            for (int partition = 0; partition < SearchCluster.PARTITIONS; partition++) {
                TopicPartition one = new TopicPartition("guildhall.facts", partition);
                long end = admin.listOffsets(Map.of(one, OffsetSpec.latest()))
                        .partitionResult(one)
                        .get()
                        .offset();
                lag += end - (done.containsKey(one) ? done.get(one).offset() : 0);
            }
            return lag;
        } catch (ExecutionException away) {
            return Long.MAX_VALUE;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
