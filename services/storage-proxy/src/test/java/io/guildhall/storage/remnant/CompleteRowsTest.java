package io.guildhall.storage.remnant;

import static io.guildhall.storage.remnant.SweptStore.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.store.Stores;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CompleteRowsTest {
    private static final long BUCKET = 3;

    private final SweptStore rows = new SweptStore();
    private final CountedRemnants counts = new CountedRemnants();
    private final CompleteRows store = new CompleteRows(rows, 5, counts);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void wholeRowsAreReadWithOneRead() {
        messages(1, 10);

        assertThat(read(from().limit(10))).hasSize(10);
        assertThat(rows.reads).hasValue(1);
        assertThat(counts.found).hasValue(0);
    }

    @Test
    @Timeout(60)
    void aRemnantIsNeverSeenAndGoes() throws InterruptedException {
        messages(1, 3);
        rows.remnant(BUCKET, 4);

        assertThat(read(from())).containsExactly(3L, 2L, 1L);
        assertThat(read(Read.from(Messages.TABLE, CHANNEL, BUCKET)
                        .startingAt(4L)
                        .endingAt(4L)))
                .isEmpty();

        eventually(() -> rows.stored(BUCKET).equals(List.of(1L, 2L, 3L)));
        eventually(() -> counts.removed.get() == 1);
    }

    @Test
    void aPageIsFullAsLongAsTheRangeGoesOn() {
        rows.holdsRemovals = true;
        for (long id = 1; id <= 20; id++) {
            if (id % 3 == 0) {
                rows.message(BUCKET, id);
            } else {
                rows.remnant(BUCKET, id);
            }
        }

        assertThat(read(from().limit(2))).containsExactly(18L, 15L);
        assertThat(read(from().after(15L).limit(2))).containsExactly(12L, 9L);
        assertThat(read(from().reversed().limit(4))).containsExactly(3L, 6L, 9L, 12L);
        assertThat(read(from().after(12L).endingAt(6L).reversed().limit(9))).containsExactly(6L, 9L);
        assertThat(read(from().limit(7))).containsExactly(18L, 15L, 12L, 9L, 6L, 3L);
        assertThat(read(from().after(3L).limit(1))).isEmpty();
    }

    @Test
    void moreRemnantsInARowThanOnePageCostAsManyReads() {
        rows.holdsRemovals = true;
        rows.message(BUCKET, 1);
        LongStream.rangeClosed(2, 1_300).forEach(id -> rows.remnant(BUCKET, id));

        assertThat(read(from().limit(1))).containsExactly(1L);
        assertThat(rows.reads).hasValue(4);
    }

    @Test
    void soManyRemnantsThatNoPageComesOfItAreRefusedAndNotTakenForTheEnd() {
        rows.holdsRemovals = true;
        rows.message(BUCKET, 1);
        LongStream.rangeClosed(2, 500 * PageFill.MOST_READS).forEach(id -> rows.remnant(BUCKET, id));

        assertThatThrownBy(() -> read(from().limit(1))).hasMessageContaining("they are being removed");
        assertThat(rows.reads).hasValue(PageFill.MOST_READS);
    }

    @Test
    @Timeout(60)
    void aRemnantWaitsOnceAndTheQueueIsBounded() throws InterruptedException {
        rows.holdsRemovals = true;
        rows.remnant(BUCKET, 1);
        read(from());
        read(from());
        eventually(() -> rows.held.size() == 1);
        assertThat(counts.found).hasValue(2);

        LongStream.rangeClosed(1, 1_000).forEach(id -> rows.remnant(BUCKET, id));
        read(from());

        assertThat(counts.dropped).hasPositiveValue();
        assertThat(counts.found).hasValue(1_002);
    }

    @Test
    void tablesWithoutARequiredColumnAreReadAsTheyAre() {
        Stores.write(store, Write.to(Users.TABLE, 1L).build());

        assertThat(Stores.rows(store, Users.TABLE, Read.row(Users.TABLE, 1L))).hasSize(1);
    }

    private void messages(long first, long last) {
        LongStream.rangeClosed(first, last).forEach(id -> rows.message(BUCKET, id));
    }

    private List<Long> read(Read read) {
        return Stores.rows(store, Messages.TABLE, read.build()).stream()
                .map(row -> row.get(Messages.MESSAGE_ID))
                .toList();
    }

    private static Read from() {
        return Read.from(Messages.TABLE, CHANNEL, BUCKET);
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(2);
        }
    }
}
