package io.guildhall.model.table;

import io.guildhall.model.rpc.Value;
import java.util.ArrayList;
import java.util.List;

/** Encodes key parts by the columns they belong to. */
final class Keys {
    private Keys() {}

    /** The values for the columns that begin at {@code firstColumn}, one for each part. */
    static List<Value> values(Table table, int firstColumn, Object... parts) {
        if (firstColumn + parts.length > table.keyColumns()) {
            throw new IllegalArgumentException(
                    "table " + table.name() + " has only " + table.keyColumns() + " key columns");
        }
        List<Value> values = new ArrayList<>(parts.length);
        for (int index = 0; index < parts.length; index++) {
            values.add(encode(table.columns().get(firstColumn + index), parts[index]));
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static <T> Value encode(Column<T> column, Object part) {
        if (part == null) {
            throw new IllegalArgumentException("key column " + column.name() + " is null");
        }
        return column.toValue((T) part);
    }
}
