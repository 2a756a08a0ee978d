package io.guildhall.storage.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.partition.PartitionKey;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.flight.DistantStore;
import io.guildhall.storage.flight.Sharing;
import io.guildhall.storage.flight.VirtualTime;
import io.guildhall.storage.store.Store;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random readers and writers over proxies that come and go. No read is older than a write that was acknowledged before it
 * began, and none is older than what its reader saw at the same proxy. That this would be noticed is tested too, with
 * mistakes made on purpose. Everything happens in virtual time, on one thread: a seed that holds always holds.
 */
class FreshnessAcrossProxiesTest {
    private static final long SEEDS = 12;
    private static final int READERS = 24;
    private static final int NODES = 3;
    private static final Duration LENGTH = Duration.ofMillis(1_200);
    private static final Duration SHORTEST_PEACE = Duration.ofMillis(20);
    private static final Duration LONGEST_MORE = Duration.ofMillis(70);

    /** What became of a seed. */
    private record Run(long reads, long readsOfTheStore, long writes, long steps, Optional<String> violation) {}

    @Test
    void noReadIsOlderThanWhatWasAcknowledgedBeforeIt() {
        assertThat(runs(SimulatedCluster.SETTLE, UnaryOperator.identity(), true))
                .allSatisfy(run -> {
                    assertThat(run.violation()).isEmpty();
                    assertThat(run.writes()).isPositive();
                    assertThat(run.readsOfTheStore())
                            .as("some reads were shared")
                            .isLessThan(run.reads());
                });
    }

    @Test
    void aProxyThatDoesNotTellTheOthersIsFoundOut() {
        assertThat(runs(SimulatedCluster.SETTLE, FreshnessAcrossProxiesTest::silent, false)
                        .filter(run -> run.violation().isPresent())
                        .findFirst())
                .isPresent();
    }

    @Test
    void aProxyThatSharesWhatHasJustMovedToItIsFoundOut() {
        assertThat(runs(Duration.ZERO, UnaryOperator.identity(), true)
                        .filter(run -> run.violation().isPresent())
                        .findFirst())
                .isPresent();
    }

    @Test
    void aSeedAlwaysTakesTheSameSteps() {
        Run first = run(SimulatedCluster.SETTLE, UnaryOperator.identity(), true, 7);
        Run again = run(SimulatedCluster.SETTLE, UnaryOperator.identity(), true, 7);
        Run other = run(SimulatedCluster.SETTLE, UnaryOperator.identity(), true, 8);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    private static Stream<Run> runs(Duration settle, UnaryOperator<Sharing> fault, boolean changes) {
        return LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> run(settle, fault, changes, seed));
    }

    /** Until the time is over or a violation is found. */
    private static Run run(Duration settle, UnaryOperator<Sharing> fault, boolean changes, long seed) {
        VirtualTime time = new VirtualTime(seed);
        try (Store store = EmbeddedStore.inMemory()) {
            DistantStore distant = new DistantStore(store, time);
            SimulatedCluster cluster = new SimulatedCluster(time, distant, NODES, settle, fault);
            Registers registers = new Registers(cluster, time, seed);
            registers.begin(READERS);
            if (changes) {
                changes(time, cluster);
            }
            time.run(LENGTH, () -> registers.violation().isEmpty());
            return new Run(registers.reads(), distant.reads(), registers.writes(), time.steps(), registers.violation());
        }
    }

    private static void changes(VirtualTime time, SimulatedCluster cluster) {
        time.set(SHORTEST_PEACE.plus(time.upTo(LONGEST_MORE)), () -> {
            cluster.change();
            changes(time, cluster);
        });
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
