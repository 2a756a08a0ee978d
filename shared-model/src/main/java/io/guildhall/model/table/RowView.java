package io.guildhall.model.table;

import static java.util.Objects.requireNonNull;

import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Value;
import java.util.Optional;

/** Typed access to a row that was read. */
public record RowView(Table table, Row row) {
    public RowView {
        requireNonNull(table, "table is null");
        requireNonNull(row, "row is null");
    }

    /** The column's value, or null when the cell is empty. */
    public <T> T get(Column<T> column) {
        Value value = row.getValues(table.indexOf(column));
        return value.getKindCase() == Value.KindCase.KIND_NOT_SET
                ? null
                : column.decode().apply(value);
    }

    public <T> Optional<T> find(Column<T> column) {
        return Optional.ofNullable(get(column));
    }

    public <T> T get(Column<T> column, T whenEmpty) {
        T value = get(column);
        return value == null ? whenEmpty : value;
    }

    public boolean has(Column<?> column) {
        return get(column) != null;
    }
}
