package io.guildhall.storage.moving;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.storage.scan.PartitionScanner;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScanRange;
import io.guildhall.storage.scan.ScannedRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a store through its scanner: whole tables, and single rows with the times of their cells. */
final class Rows {
    private static final int PAGE_ROWS = 500;

    private final PartitionScanner scanner;
    private final Retries retries;

    Rows(PartitionScanner scanner, Retries retries) {
        this.scanner = scanner;
        this.retries = retries;
    }

    /** Every column but the key's, which come anyway. */
    static Set<Column<?>> cells(Table table) {
        return Set.copyOf(
                table.columns().subList(table.keyColumns(), table.columns().size()));
    }

    /** Hands all rows of a table on, page by page, from several threads at once. */
    void each(Table table, int workers, Consumer<List<ScannedRow>> pages) throws InterruptedException {
        Crew.work(
                workers,
                scanner.ranges(table, workers),
                range -> walk(table, range, page -> {
                    pages.accept(page);
                    return true;
                }));
    }

    /** The row with this key, whole. */
    Optional<ScannedRow> find(Table table, List<Value> key) throws InterruptedException {
        ScanRange partition = scanner.partition(table, key.subList(0, table.partitionColumns()));
        Found found = new Found(key);
        walk(table, partition, found::isNotIn);
        return found.row;
    }

    private void walk(Table table, ScanRange range, Visitor visitor) throws InterruptedException {
        Set<Column<?>> columns = cells(table);
        Optional<ByteString> position = Optional.empty();
        boolean more = true;
        while (more) {
            Optional<ByteString> present = position;
            ScanPage page = retries.call(() -> scanner.scan(table, range, present, columns, PAGE_ROWS));
            position = page.next();
            more = visitor.wantsMore(page.rows()) && position.isPresent();
        }
    }

    private interface Visitor {
        boolean wantsMore(List<ScannedRow> page);
    }

    private static final class Found {
        private final List<Value> key;
        private Optional<ScannedRow> row = Optional.empty();

        private Found(List<Value> key) {
            this.key = key;
        }

        private boolean isNotIn(List<ScannedRow> page) {
            row = page.stream().filter(each -> each.key().equals(key)).findFirst();
            return row.isEmpty();
        }
    }
}
