package io.guildhall.storageclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.ManualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TimestampsTest {
    private final ManualClock clock = new ManualClock(Instant.ofEpochSecond(1_000));
    private final Timestamps timestamps = new Timestamps(clock);

    @Test
    void theyAreTheClocksMicroseconds() {
        assertThat(timestamps.reserve(1)).isEqualTo(1_000_000_000);
        clock.set(Instant.ofEpochSecond(2_000, 5_999));
        assertThat(timestamps.reserve(1)).isEqualTo(2_000_000_005);
    }

    @Test
    void theyRiseWhileTheClockStands() {
        long first = timestamps.reserve(1);

        assertThat(timestamps.reserve(1)).isEqualTo(first + 1);
    }

    @Test
    void theyRiseWhenTheClockGoesBack() {
        long first = timestamps.reserve(1);
        clock.set(Instant.EPOCH);

        assertThat(timestamps.reserve(1)).isEqualTo(first + 1);
    }

    @Test
    void aBatchHasOneForEachOfItsMutations() {
        long batch = timestamps.reserve(100);

        assertThat(timestamps.reserve(1)).isEqualTo(batch + 100);
        assertThat(timestamps.last()).isEqualTo(batch + 100);
    }

    @Test
    void theyGoOnAboveThoseOfAnotherProcess() {
        timestamps.reserve(1);
        timestamps.passed(5_000_000_000L);

        assertThat(timestamps.reserve(1)).isEqualTo(5_000_000_001L);
        timestamps.passed(7);
        assertThat(timestamps.reserve(1)).isEqualTo(5_000_000_002L);
    }

    @Test
    void beforeAnyWasGivenOutThereIsNone() {
        assertThat(timestamps.last()).isZero();
        timestamps.passed(0);
        assertThat(timestamps.reserve(1)).isEqualTo(1_000_000_000);
    }

    @Test
    void nobodyGetsWhatAnotherHas() throws ExecutionException, InterruptedException {
        List<Future<List<Long>>> takers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int taker = 0; taker < 20; taker++) {
                takers.add(threads.submit(this::thousand));
            }
        }
        HashSet<Long> all = new HashSet<>();
        for (Future<List<Long>> taker : takers) {
            assertThat(taker.get()).isSorted();
            all.addAll(taker.get());
        }

        assertThat(all).hasSize(20 * 1_000 * 2);
    }

    private List<Long> thousand() {
        List<Long> taken = new ArrayList<>();
        for (int batch = 0; batch < 1_000; batch++) {
            long first = timestamps.reserve(2);
            taken.add(first);
            taken.add(first + 1);
        }
        return taken;
    }
}
