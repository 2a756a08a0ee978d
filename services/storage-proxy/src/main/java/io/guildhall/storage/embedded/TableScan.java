package io.guildhall.storage.embedded;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScanRange;
import io.guildhall.storage.scan.ScannedCell;
import io.guildhall.storage.scan.ScannedRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * Walks one table's tree as of its last durable group. Ranges are stretches of encoded keys that begin and end between
 * partitions, the first and the last open; positions are the first key that may be next.
 */
final class TableScan {
    /** A smaller range is not worth a task of its own. */
    private static final int LEAST_ROWS = 256;

    /** A page ends early when its rows have so many bytes, so that rows of any size fit in memory. */
    private static final int PAGE_BYTES = 1 << 20;

    private final TableSpace space;

    TableScan(TableSpace space) {
        this.space = space;
    }

    /** Cuts at the partitions of rows at even distances; the tree's counts find them without a scan. */
    List<ScanRange> ranges(int wanted) {
        MVMap<byte[], byte[]> map = space.map();
        long rows = map.sizeAsLong();
        long pieces = Math.clamp(rows / LEAST_ROWS, 1, Math.max(1, wanted));
        TreeSet<byte[]> cuts = new TreeSet<>(Arrays::compareUnsigned);
        for (long piece = 1; piece < pieces; piece++) {
            // Null when the writer has removed rows meanwhile: one cut less.
            byte[] key = map.getKey(rows / pieces * piece);
            if (key != null) {
                cuts.add(beginOfPartition(key));
            }
        }
        List<ScanRange> ranges = new ArrayList<>(cuts.size() + 1);
        ByteString from = ByteString.EMPTY;
        for (byte[] cut : cuts) {
            ByteString to = ByteString.copyFrom(cut);
            ranges.add(new ScanRange(from, to));
            from = to;
        }
        ranges.add(new ScanRange(from, ByteString.EMPTY));
        return ranges;
    }

    /** The stretch that holds one partition and nothing else. */
    static ScanRange partition(Table table, List<Value> key) {
        byte[] begin = KeyEncoding.encode(table, key);
        byte[] end = KeyEncoding.successor(begin);
        return new ScanRange(ByteString.copyFrom(begin), end == null ? ByteString.EMPTY : ByteString.copyFrom(end));
    }

    ScanPage page(ScanRange range, Optional<ByteString> position, Set<Column<?>> columns, int limit, long now) {
        Set<Integer> wanted = columns.stream().map(space.table()::indexOf).collect(Collectors.toSet());
        byte[] start = position.orElse(range.from()).toByteArray();
        byte[] end = range.to().isEmpty() ? null : range.to().toByteArray();
        KeyRange keys = new KeyRange(start, end);
        Cursor<byte[], byte[]> cursor = new Cursor<>(space.published(), start, end, false);
        List<ScannedRow> rows = new ArrayList<>();
        int seen = 0;
        int bytes = 0;
        while (cursor.hasNext()) {
            byte[] key = cursor.next();
            if (!keys.isBeforeEnd(key)) {
                break;
            }
            if (seen == limit || bytes >= PAGE_BYTES) {
                return new ScanPage(rows, Optional.of(ByteString.copyFrom(key)));
            }
            seen++;
            bytes += key.length + cursor.getValue().length;
            StoredRow row = StoredRow.decode(cursor.getValue());
            if (row.isLive(now)) {
                rows.add(toScannedRow(key, row, wanted, now));
            }
        }
        return new ScanPage(rows, Optional.empty());
    }

    private ScannedRow toScannedRow(byte[] key, StoredRow row, Set<Integer> wanted, long now) {
        List<ScannedCell> cells = new ArrayList<>();
        for (StoredCell cell : row.cells()) {
            Integer column = space.column(cell.column());
            if (column != null && wanted.contains(column) && cell.isLive(now)) {
                cells.add(new ScannedCell(column, cell.value(), 0, cell.expiresAt()));
            }
        }
        cells.sort((first, second) -> Integer.compare(first.column(), second.column()));
        return new ScannedRow(KeyEncoding.decode(space.table(), key), cells);
    }

    private byte[] beginOfPartition(byte[] key) {
        Table table = space.table();
        return KeyEncoding.encode(table, KeyEncoding.decode(table, key).subList(0, table.partitionColumns()));
    }
}
