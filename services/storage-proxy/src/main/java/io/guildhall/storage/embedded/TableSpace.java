package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;

/**
 * One table's map. The writer changes {@link #map}; readers see {@link #published}, the tree as of the last group that
 * is durable, which never changes under them.
 */
final class TableSpace {
    private final Table table;
    private final MVMap<byte[], byte[]> map;
    private final int[] numbers;
    private final Map<Integer, Integer> columns = new HashMap<>();
    private volatile RootReference<byte[], byte[]> published;

    TableSpace(Table table, MVMap<byte[], byte[]> map, int[] numbers) {
        this.table = table;
        this.map = map;
        this.numbers = numbers.clone();
        for (int index = table.keyColumns(); index < numbers.length; index++) {
            columns.put(numbers[index], index);
        }
        publish();
    }

    Table table() {
        return table;
    }

    MVMap<byte[], byte[]> map() {
        return map;
    }

    /** The stored number of the column with this catalogue index. */
    int number(int column) {
        return numbers[column];
    }

    /** The catalogue index of the column with this stored number; null when the catalogue no longer has it. */
    Integer column(int number) {
        return columns.get(number);
    }

    void publish() {
        published = map.flushAndGetRoot();
    }

    RootReference<byte[], byte[]> published() {
        return published;
    }

    /** The row as callers see it: every column in catalogue order, without expired cells. */
    Row toRow(byte[] key, StoredRow stored, long now) {
        List<Value> keyParts = KeyEncoding.decode(table, key);
        Value[] values = new Value[numbers.length];
        Arrays.fill(values, Value.getDefaultInstance());
        for (int index = 0; index < keyParts.size(); index++) {
            values[index] = keyParts.get(index);
        }
        for (StoredCell cell : stored.cells()) {
            Integer column = columns.get(cell.column());
            if (column != null && cell.isLive(now)) {
                values[column] = cell.value();
            }
        }
        return Row.newBuilder().addAllValues(Arrays.asList(values)).build();
    }
}
