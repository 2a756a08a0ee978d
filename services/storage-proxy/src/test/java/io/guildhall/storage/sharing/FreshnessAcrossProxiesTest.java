package io.guildhall.storage.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guildhall.model.partition.PartitionKey;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.flight.JitteryStore;
import io.guildhall.storage.flight.Sharing;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random readers and writers over proxies that come and go. No read is older than a write that was acknowledged before it
 * began, and none is older than what its reader saw at the same proxy. That this would be noticed is tested too, with
 * mistakes made on purpose.
 */
class FreshnessAcrossProxiesTest {
    private static final int READERS = 24;
    private static final int NODES = 3;
    private static final Duration LONG = Duration.ofSeconds(12);
    /** It takes a second or so, and on a machine that has much to do close to a minute. */
    private static final Duration UNTIL_FOUND = Duration.ofMinutes(5);

    private final JitteryStore store = new JitteryStore(EmbeddedStore.inMemory(), 1_500);

    /** Mutiny sets itself up when it is first used, and fails for some of those who are the first at the same moment. */
    @BeforeAll
    static void setUp() {
        Uni.createFrom().emitter(emitter -> emitter.complete(null)).await().indefinitely();
    }

    @Test
    void noReadIsOlderThanWhatWasAcknowledgedBeforeIt() {
        try (SimulatedCluster cluster =
                new SimulatedCluster(store, NODES, SimulatedCluster.SETTLE, UnaryOperator.identity())) {
            Registers registers = run(cluster, LONG, true);

            assumeTrue(cluster.newsWereInTime(), "this machine stood still for too long");
            assertThat(registers.violation()).isEmpty();
            assertThat(registers.writes()).isPositive();
            assertThat(store.reads()).as("some reads were shared").isLessThan(registers.reads());
        }
    }

    @Test
    void aProxyThatDoesNotTellTheOthersIsFoundOut() {
        try (SimulatedCluster cluster =
                new SimulatedCluster(store, NODES, SimulatedCluster.SETTLE, FreshnessAcrossProxiesTest::silent)) {
            assertThat(run(cluster, UNTIL_FOUND, false).violation()).isPresent();
        }
    }

    @Test
    void aProxyThatSharesWhatHasJustMovedToItIsFoundOut() {
        try (SimulatedCluster cluster = new SimulatedCluster(store, NODES, Duration.ZERO, UnaryOperator.identity())) {
            assertThat(run(cluster, UNTIL_FOUND, true).violation()).isPresent();
        }
    }

    /** Until the time is over or a violation is found. It begins when everybody is there: who comes first may take all that the machine has. */
    private static Registers run(SimulatedCluster cluster, Duration time, boolean changes) {
        Registers registers = new Registers(cluster);
        CountDownLatch there = new CountDownLatch(Registers.COUNT + READERS);
        CompletableFuture<Long> ends = new CompletableFuture<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int register = 0; register < Registers.COUNT; register++) {
                int own = register;
                threads.execute(() -> registers.writeUntil(own, end(there, ends)));
            }
            for (int reader = 0; reader < READERS; reader++) {
                threads.execute(() -> registers.readUntil(end(there, ends)));
            }
            await(there);
            long end = System.nanoTime() + time.toNanos();
            ends.complete(end);
            while (System.nanoTime() - end < 0 && registers.violation().isEmpty()) {
                pause();
                if (changes) {
                    change(cluster);
                }
            }
        }
        return registers;
    }

    private static long end(CountDownLatch there, CompletableFuture<Long> ends) {
        there.countDown();
        return ends.join();
    }

    private static void await(CountDownLatch there) {
        try {
            there.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static void change(SimulatedCluster cluster) {
        List<SimulatedProxy> untouched = cluster.alive().stream()
                .filter(proxy -> !proxy.cutOff && !proxy.draining)
                .toList();
        if (untouched.size() <= 2) {
            cluster.join();
            return;
        }
        SimulatedProxy chosen = untouched.get(ThreadLocalRandom.current().nextInt(untouched.size()));
        switch (ThreadLocalRandom.current().nextInt(5)) {
            case 0 -> cluster.kill(chosen);
            case 1 -> cluster.drain(chosen);
            case 2 -> cluster.cutOff(chosen);
            default -> cluster.join();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(200, 900));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets to tell. */
    private static Sharing silent(Sharing sharing) {
        return new Sharing() {
            @Override
            public long period(PartitionKey partition) {
                return sharing.period(partition);
            }

            @Override
            public CompletableFuture<Void> end(Set<PartitionKey> written) {
                return CompletableFuture.completedFuture(null);
            }
        };
    }
}
