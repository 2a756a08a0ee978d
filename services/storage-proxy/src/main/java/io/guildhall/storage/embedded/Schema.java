package io.guildhall.storage.embedded;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.storage.store.StoreException;
import java.util.List;
import java.util.Map;

/**
 * The number of each column in one data directory. Columns are stored by number, and the numbers are kept with the
 * data, so that the catalogue may add and reorder columns without touching what is stored. A column that the catalogue
 * no longer has keeps its number for ever.
 */
final class Schema {
    private static final String LAST = "last column number";
    private static final String KEYS = "keys of ";

    private final Map<String, String> kept;

    /** @param kept the directory's own map, written back with the next commit */
    Schema(Map<String, String> kept) {
        this.kept = kept;
    }

    /** The numbers of the table's columns by their index; new columns get new numbers. */
    int[] numbers(Table table) {
        requireSame(KEYS + table.name(), keyLayout(table), "the key of table " + table.name());
        List<Column<?>> columns = table.columns();
        int[] numbers = new int[columns.size()];
        for (int index = table.keyColumns(); index < numbers.length; index++) {
            numbers[index] = number(table, columns.get(index));
        }
        return numbers;
    }

    private int number(Table table, Column<?> column) {
        String name = table.name() + "." + column.name();
        requireSame(name + " type", column.type().name(), "the type of column " + name);
        String known = kept.get(name);
        if (known != null) {
            return Integer.parseInt(known);
        }
        int next = Integer.parseInt(kept.getOrDefault(LAST, Integer.toString(StoredCell.ROW))) + 1;
        kept.put(LAST, Integer.toString(next));
        kept.put(name, Integer.toString(next));
        return next;
    }

    private void requireSame(String entry, String wanted, String what) {
        String stored = kept.putIfAbsent(entry, wanted);
        if (stored != null && !stored.equals(wanted)) {
            throw new StoreException(
                    StoreException.Reason.FAILED,
                    "The data directory was written by another version of Guildhall: " + what + " was " + stored
                            + " and is now " + wanted + ". Start the version that wrote it, or use another directory.");
        }
    }

    private static String keyLayout(Table table) {
        StringBuilder layout = new StringBuilder();
        for (int index = 0; index < table.keyColumns(); index++) {
            boolean reversed = table.descending() && index >= table.partitionColumns();
            layout.append(table.columns().get(index).type()).append(reversed ? " DESC;" : ";");
        }
        return layout.toString();
    }
}
