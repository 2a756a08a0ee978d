package io.guildhall.storage.embedded;

import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScanRange;
import io.guildhall.storage.scan.ScannedCell;
import io.guildhall.storage.scan.ScannedRow;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of the embedded store's scans goes beyond what every scanner promises. */
class EmbeddedScanTest {
    private final ManualClock clock = new ManualClock();
    private final EmbeddedStore store = EmbeddedStore.open(EmbeddedStoreOptions.inMemory(), clock, batches -> {});

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void rangesTogetherHoldEveryRowOnceInTheStoresOrder() {
        for (long bucket = 0; bucket < 40; bucket++) {
            for (long message = 0; message < 100; message++) {
                write(store, Write.to(Messages.TABLE, 1L, bucket, message).build());
            }
        }

        List<ScanRange> ranges = store.ranges(Messages.TABLE, 8);
        List<ScannedRow> rows = new ArrayList<>();
        ranges.forEach(range -> rows.addAll(all(Messages.TABLE, range, 7)));

        assertThat(ranges).hasSizeBetween(6, 8);
        assertThat(rows).hasSize(4_000);
        assertThat(new HashSet<>(rows)).hasSize(4_000);
        assertThat(rows.getFirst().key().get(2).getLongValue())
                .as("the newest first")
                .isEqualTo(99);
    }

    @Test
    void noPartitionIsInTwoRanges() {
        for (long bucket = 0; bucket < 3; bucket++) {
            for (long message = 0; message < 1_000; message++) {
                write(store, Write.to(Messages.TABLE, 1L, bucket, message).build());
            }
        }

        List<Set<Long>> buckets = store.ranges(Messages.TABLE, 10).stream()
                .map(range -> all(Messages.TABLE, range, 1_000).stream()
                        .map(row -> row.key().get(1).getLongValue())
                        .collect(Collectors.toSet()))
                .toList();

        assertThat(buckets.stream().mapToInt(Set::size).sum()).isEqualTo(3);
    }

    @Test
    void anEmptyTableIsOneRangeWithoutRows() {
        List<ScanRange> ranges = store.ranges(Users.TABLE, 5);

        assertThat(ranges).hasSize(1);
        assertThat(all(Users.TABLE, ranges.getFirst(), 10)).isEmpty();
    }

    @Test
    void cellsCarryTheirExpiryAndOnlyThoseThatWereAskedForCome() {
        write(
                store,
                Write.to(Users.TABLE, 1L).set(Users.USERNAME, "ann").build(),
                Write.to(Users.TABLE, 1L)
                        .set(Users.GLOBAL_NAME, "Ann")
                        .timeToLive(60)
                        .build());

        ScannedRow row = onlyUser(Set.of(Users.USERNAME, Users.GLOBAL_NAME));
        assertThat(row.cells())
                .containsExactlyInAnyOrder(
                        new ScannedCell(Users.TABLE.indexOf(Users.USERNAME), text("ann"), 0, 0),
                        new ScannedCell(
                                Users.TABLE.indexOf(Users.GLOBAL_NAME), text("Ann"), 0, clock.millis() + 60_000));
        assertThat(onlyUser(Set.of(Users.USERNAME)).cells()).hasSize(1);

        clock.advance(Duration.ofSeconds(61));
        assertThat(onlyUser(Set.of(Users.USERNAME, Users.GLOBAL_NAME)).cells()).hasSize(1);
    }

    @Test
    void aRowWithoutCellsIsARow() {
        write(store, Write.to(Users.TABLE, 1L).build());

        assertThat(onlyUser(Set.copyOf(Users.TABLE.columns())).cells()).isEmpty();
    }

    @Test
    void aPageEndsEarlyWhenItsRowsAreLarge() {
        String large = "x".repeat(300_000);
        for (long id = 0; id < 10; id++) {
            write(store, Write.to(Users.TABLE, id).set(Users.USERNAME, large).build());
        }

        ScanPage page = page(Users.TABLE, store.ranges(Users.TABLE, 1).getFirst(), Optional.empty(), 1_000);

        assertThat(page.rows()).hasSize(4);
        assertThat(page.next()).isPresent();
    }

    private ScannedRow onlyUser(Set<io.guildhall.model.table.Column<?>> columns) {
        ScanRange range = store.ranges(Users.TABLE, 1).getFirst();
        List<ScannedRow> rows = store.scan(Users.TABLE, range, Optional.empty(), columns, 10)
                .join()
                .rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private List<ScannedRow> all(Table table, ScanRange range, int limit) {
        List<ScannedRow> rows = new ArrayList<>();
        Optional<ByteString> position = Optional.empty();
        do {
            ScanPage page = page(table, range, position, limit);
            rows.addAll(page.rows());
            position = page.next();
        } while (position.isPresent());
        return rows;
    }

    private ScanPage page(Table table, ScanRange range, Optional<ByteString> position, int limit) {
        return store.scan(table, range, position, Set.copyOf(table.columns()), limit)
                .join();
    }

    private static Value text(String text) {
        return Value.newBuilder().setTextValue(text).build();
    }
}
