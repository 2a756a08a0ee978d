package io.guildhall.storage.scan;

import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.storage.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every scanner must do, whatever it reads from. The store is empty at the start of each test. */
public abstract class ScannerContract {
    private static final Set<Column<?>> CONTENT = Set.of(Messages.CONTENT, Messages.AUTHOR_ID);

    private Store store;

    /** An empty store. */
    protected abstract Store open();

    /** A new scanner of the store that was opened. */
    protected abstract Scanner scanner();

    /** ms since 1970 on the clock by which the store lets cells expire. */
    protected abstract long now();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void anEmptyTableHasNoRows() {
        assertThat(all(Messages.TABLE, CONTENT, 4, 10)).isEmpty();
    }

    @Test
    void theRangesTogetherHoldEveryRowOnce() {
        writeMessages(40, 5);

        for (int wanted : new int[] {1, 3, 16}) {
            List<List<Value>> keys = all(Messages.TABLE, CONTENT, wanted, 1_000).stream()
                    .map(ScannedRow::key)
                    .toList();
            assertThat(keys).as("%s ranges", wanted).hasSize(200).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPageHoldsNoMoreThanTheLimitAndTheNextGoesOnWhereItEnded() {
        writeMessages(3, 7);

        for (int limit : new int[] {1, 2, 5, 21, 22}) {
            assertThat(all(Messages.TABLE, CONTENT, 2, limit))
                    .as("limit %s", limit)
                    .hasSize(21)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void rowsOfOnePartitionComeOneAfterTheOther() {
        writeMessages(10, 4);

        List<List<Value>> partitions = all(Messages.TABLE, CONTENT, 2, 3).stream()
                .map(row -> row.key().subList(0, Messages.TABLE.partitionColumns()))
                .toList();
        Set<List<Value>> closed = new HashSet<>();
        for (int index = 1; index < partitions.size(); index++) {
            if (!partitions.get(index).equals(partitions.get(index - 1))) {
                closed.add(partitions.get(index - 1));
            }
            assertThat(closed).doesNotContain(partitions.get(index));
        }
    }

    @Test
    void onlyTheWantedCellsComeAndEmptyOnesAreLeftOut() {
        write(
                store,
                Write.to(Messages.TABLE, 1L, 2L, 3L)
                        .set(Messages.CONTENT, "hello")
                        .set(Messages.FLAGS, 4L)
                        .build());

        ScannedRow row = all(Messages.TABLE, CONTENT, 1, 10).getFirst();
        assertThat(row.key()).containsExactly(number(1), number(2), number(3));
        assertThat(row.cells()).hasSize(1);
        assertThat(row.cells().getFirst().column()).isEqualTo(Messages.TABLE.indexOf(Messages.CONTENT));
        assertThat(row.cells().getFirst().value().getTextValue()).isEqualTo("hello");
        assertThat(all(Messages.TABLE, Set.of(), 1, 10).getFirst().cells()).isEmpty();
    }

    @Test
    void aRowThatConsistsOfItsKeyAloneIsFound() {
        write(store, Write.to(Messages.TABLE, 1L, 2L, 3L).build());

        assertThat(all(Messages.TABLE, CONTENT, 1, 10)).hasSize(1);
    }

    @Test
    void everyTypeOfColumnKeepsItsValue() {
        write(
                store,
                Write.to(Messages.TABLE, 1L, 2L, 3L)
                        .set(Messages.CONTENT, "\u0000 \uD83D\uDE00")
                        .set(Messages.TTS, false)
                        .set(Messages.MENTIONS, List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE))
                        .set(Messages.MENTION_ROLES, List.of())
                        .build(),
                Write.to(EventOutbox.TABLE, 1L, 2L, 3L, 4L)
                        .set(EventOutbox.EVENT, ByteString.copyFrom(new byte[] {0, -1, 1}))
                        .build());

        assertThat(all(
                                Messages.TABLE,
                                Set.of(Messages.CONTENT, Messages.TTS, Messages.MENTIONS, Messages.MENTION_ROLES),
                                1,
                                10)
                        .getFirst()
                        .cells())
                .extracting(ScannedCell::value)
                .containsExactly(
                        Messages.CONTENT.toValue("\u0000 \uD83D\uDE00"),
                        Messages.TTS.toValue(false),
                        Messages.MENTIONS.toValue(List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE)),
                        Messages.MENTION_ROLES.toValue(List.of()));
        assertThat(all(EventOutbox.TABLE, Set.of(EventOutbox.EVENT), 1, 10)
                        .getFirst()
                        .cells()
                        .getFirst()
                        .value())
                .isEqualTo(EventOutbox.EVENT.toValue(ByteString.copyFrom(new byte[] {0, -1, 1})));
    }

    @Test
    void cellsTellWhenTheyExpire() {
        write(
                store,
                Write.to(Messages.TABLE, 1L, 2L, 3L)
                        .set(Messages.CONTENT, "hello")
                        .timeToLive(3_600)
                        .build());
        write(
                store,
                Write.to(Messages.TABLE, 1L, 2L, 3L).set(Messages.AUTHOR_ID, 5L).build());

        List<ScannedCell> cells = all(Messages.TABLE, CONTENT, 1, 10).getFirst().cells();
        assertThat(cells)
                .extracting(ScannedCell::column)
                .containsExactly(Messages.TABLE.indexOf(Messages.AUTHOR_ID), Messages.TABLE.indexOf(Messages.CONTENT));
        assertThat(cells.getFirst().expiresAt()).isZero();
        assertThat(cells.getLast().expiresAt()).isBetween(now(), now() + 3_600_000 + 1_000);
    }

    @Test
    void deletedRowsAreNotThere() {
        writeMessages(1, 3);
        write(store, Write.delete(Messages.TABLE, 0L, 0L, 1L));

        assertThat(all(Messages.TABLE, CONTENT, 1, 10)).hasSize(2);
    }

    @Test
    void aPositionIsGoodForAnotherScannerOfTheSameStore() {
        writeMessages(1, 5);
        ScanRange range = scanner().ranges(Messages.TABLE, 1).getFirst();
        ScanPage first = scanner()
                .scan(Messages.TABLE, range, Optional.empty(), CONTENT, 3)
                .join();
        ScanPage second = scanner()
                .scan(Messages.TABLE, range, Optional.of(first.next().orElseThrow()), CONTENT, 3)
                .join();

        List<ScannedRow> rows = new ArrayList<>(first.rows());
        rows.addAll(second.rows());
        assertThat(rows).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aTableWithoutClusteringKeyIsScannedToo() {
        for (String name : List.of("a", "b", "c")) {
            write(
                    store,
                    Write.to(Usernames.TABLE, name).set(Usernames.USER_ID, 1L).build());
        }

        assertThat(all(Usernames.TABLE, Set.of(Usernames.USER_ID), 3, 1))
                .extracting(row -> row.key().getFirst().getTextValue())
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    private void writeMessages(long partitions, long rows) {
        for (long partition = 0; partition < partitions; partition++) {
            for (long row = 0; row < rows; row++) {
                write(
                        store,
                        Write.to(Messages.TABLE, partition, partition % 3, row)
                                .set(Messages.AUTHOR_ID, row)
                                .build());
            }
        }
    }

    private List<ScannedRow> all(Table table, Set<Column<?>> columns, int ranges, int limit) {
        List<ScannedRow> rows = new ArrayList<>();
        Scanner scanner = scanner();
        for (ScanRange range : scanner.ranges(table, ranges)) {
            Optional<ByteString> position = Optional.empty();
            do {
                ScanPage page =
                        scanner.scan(table, range, position, columns, limit).join();
                assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
                rows.addAll(page.rows());
                position = page.next();
            } while (position.isPresent());
        }
        return rows;
    }

    private static Value number(long value) {
        return Value.newBuilder().setLongValue(value).build();
    }
}
