package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A hundred million messages in sparse buckets: which partitions does reading them touch? */
class SparseHistoryTest {
    private static final int PAGE = 100;
    private static final Comparator<Long> NEWEST_FIRST = Comparator.reverseOrder();

    private final SparseHistory history = new SparseHistory(20, 1_000_000);
    private final MessageStore store = new MessageStore(history, 20);
    private final List<Long> buckets = history.buckets();

    @Test
    void thereAreAHundredMillionMessagesInSparseBuckets() {
        assertThat(history.messages()).isGreaterThan(100_000_000);
        assertThat(buckets.size()).isLessThan(SparseHistory.BUCKETS / 2);
    }

    @Test
    void theNewestPageIsOneReadOfTheIndexAndOneOfABucket() {
        List<RowView> page = store.before(Long.MAX_VALUE, PAGE);

        assertThat(page).hasSize(PAGE);
        assertThat(ids(page)).isSortedAccordingTo(NEWEST_FIRST);
        assertReads(1, 1);
    }

    @Test
    void aPageAfterAYearOfSilenceIsOneReadOfTheIndexAndOneOfABucket() {
        long before = buckets.stream()
                .filter(bucket -> bucket < 340)
                .max(Long::compare)
                .orElseThrow();
        long after = buckets.stream()
                .filter(bucket -> bucket > 340)
                .min(Long::compare)
                .orElseThrow();
        assertThat(after - before).isGreaterThan(36);
        long silent = Snowflake.lowestAt(
                Snowflake.EPOCH + (after - 1) * Duration.ofDays(10).toMillis());

        assertThat(ids(store.before(silent, PAGE)).getFirst()).isEqualTo(history.id(before, history.count(before) - 1));
        assertReads(1, 1);
        store.after(silent, 1);
        assertReads(1, 1);
    }

    @Test
    void everyBucketsEdgesAreReadThroughNonEmptyBucketsOnly() {
        for (long bucket : buckets) {
            long first = history.id(bucket, 0);
            long last = history.id(bucket, history.count(bucket) - 1);
            long middle = history.id(bucket, history.count(bucket) / 2);
            for (long anchor : List.of(first - 1, first, first + 1, middle, last, last + 1)) {
                check(store.before(anchor, PAGE));
                check(store.after(anchor, PAGE));
                check(store.around(anchor, PAGE));
            }
        }
    }

    @Test
    void aMessageIsFoundByOneReadOfItsOwnBucket() {
        for (long bucket : buckets) {
            long id = history.id(bucket, history.count(bucket) / 3);
            assertThat(store.find(id)).isPresent();
            assertThat(store.find(id + 1)).isEmpty();
            assertThat(history.takeScanned()).containsExactly(bucket, bucket);
            assertThat(history.takeIndexReads()).isZero();
        }
    }

    @Test
    void pagingThroughMeetsEveryMessageOnceAndNoEmptyBucket() {
        SparseHistory thin = new SparseHistory(20, 350);
        MessageStore pages = new MessageStore(thin, 20);
        List<Long> backwards = new ArrayList<>();
        for (List<Long> page = ids(pages.before(Long.MAX_VALUE, PAGE)); !page.isEmpty(); ) {
            assertBounded(page, thin.takeScanned(), 1);
            backwards.addAll(page);
            page = ids(pages.before(page.getLast(), PAGE));
        }
        thin.takeScanned();
        List<Long> forwards = new ArrayList<>();
        for (List<Long> page = ids(pages.after(0, PAGE)); !page.isEmpty(); ) {
            assertBounded(page, thin.takeScanned(), 1);
            forwards.addAll(page.reversed());
            page = ids(pages.after(page.getFirst(), PAGE));
        }

        List<Long> all = thin.buckets().stream()
                .flatMap(bucket -> LongStream.range(0, thin.count(bucket)).mapToObj(number -> thin.id(bucket, number)))
                .toList();
        assertThat(forwards).isEqualTo(all);
        assertThat(backwards).isEqualTo(all.reversed());
    }

    private void check(List<RowView> page) {
        assertThat(history.takeIndexReads()).isLessThanOrEqualTo(2);
        assertThat(ids(page)).isSortedAccordingTo(NEWEST_FIRST);
        assertBounded(ids(page), history.takeScanned(), 2);
    }

    /** At most twice the buckets that the page came from, and in each direction the one where it began. */
    private void assertBounded(List<Long> page, List<Long> scanned, int directions) {
        assertThat(scanned).allMatch(bucket -> history.count(bucket) > 0);
        int touched = (int) page.stream().map(MessageBucket::of).distinct().count();
        assertThat(scanned.size()).isLessThanOrEqualTo(2 * (touched + directions));
    }

    private void assertReads(int index, int scans) {
        assertThat(history.takeIndexReads()).isEqualTo(index);
        assertThat(history.takeScanned()).hasSize(scans);
    }

    private static List<Long> ids(List<RowView> rows) {
        return rows.stream().map(row -> row.get(Messages.MESSAGE_ID)).toList();
    }
}
