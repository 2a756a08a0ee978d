package io.guildhall.storage.remnant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.time.Pace;
import io.guildhall.storage.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemnantSweeperTest {
    private static final Node FIRST = new Node("first", Role.STORAGE_PROXY, "", "", false);
    private static final Node SECOND = new Node("second", Role.STORAGE_PROXY, "", "", false);

    private final SweptStore rows = new SweptStore();
    private final CountedRemnants counts = new CountedRemnants();
    private final AtomicLong slept = new AtomicLong();

    @BeforeEach
    void writeRows() {
        for (long bucket = 0; bucket < SweptStore.BUCKETS; bucket++) {
            for (long id = 0; id < 10; id++) {
                if (id == bucket % 10) {
                    rows.remnant(bucket, id);
                } else {
                    rows.message(bucket, id);
                }
            }
        }
    }

    @Test
    void everyRemnantGoesAndEveryMessageStays() throws InterruptedException {
        sweeper(FIRST, List.of(FIRST), 1).round(() -> true);

        for (long bucket = 0; bucket < SweptStore.BUCKETS; bucket++) {
            long remnant = bucket % 10;
            assertThat(rows.stored(bucket))
                    .isEqualTo(LongStream.range(0, 10)
                            .filter(id -> id != remnant)
                            .boxed()
                            .toList());
        }
        assertThat(counts.found).hasValue(SweptStore.BUCKETS);
        assertThat(counts.removed).hasValue(SweptStore.BUCKETS);
        assertThat(counts.swept.get()).isBetween(9L * SweptStore.BUCKETS, 10L * SweptStore.BUCKETS);
        assertThat(counts.progress).isEqualTo(1);
    }

    @Test
    void theRowsAreReadAtTheirPace() throws InterruptedException {
        sweeper(FIRST, List.of(FIRST), 1).round(() -> true);

        // At a hundred a second, and for each range at least one page that counts as one.
        assertThat(slept.get()).isGreaterThan((counts.swept.get() - 3) * 10_000_000);
    }

    @Test
    void proxiesShareTheRanges() throws InterruptedException {
        sweeper(FIRST, List.of(FIRST, SECOND), 1).round(() -> true);
        List<Long> first = List.copyOf(rows.scanned);
        rows.scanned.clear();
        sweeper(SECOND, List.of(FIRST, SECOND), 2).round(() -> true);

        assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(rows.scanned);
        assertThat(first.size() + rows.scanned.size()).isEqualTo(SweptStore.BUCKETS);
    }

    @Test
    void aProxyThatAlwaysEndsInTheMiddleOfItsRoundGetsEverywhereAllTheSame() throws InterruptedException {
        List<Long> everywhere = new ArrayList<>();
        for (int life = 0; life < 40; life++) {
            AtomicInteger questions = new AtomicInteger();
            sweeper(FIRST, List.of(FIRST), life).round(() -> questions.incrementAndGet() < 40);
            everywhere.addAll(rows.scanned);
            rows.scanned.clear();
        }
        assertThat(everywhere.stream().distinct().count()).isEqualTo(SweptStore.BUCKETS);
    }

    @Test
    void aStoreThatFailsEndsTheRound() {
        rows.broken = true;

        assertThatThrownBy(() -> sweeper(FIRST, List.of(FIRST), 1).round(() -> true))
                .isInstanceOf(StoreException.class);
    }

    private RemnantSweeper sweeper(Node self, List<Node> all, long seed) {
        Discovery discovery = new StaticDiscovery(List.of(self), all);
        Pace pace = new Pace(100, slept::get, slept::addAndGet);
        return new RemnantSweeper(rows, rows, List.of(Messages.TABLE), discovery, pace, counts, new Random(seed));
    }
}
