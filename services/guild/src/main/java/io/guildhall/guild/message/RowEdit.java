package io.guildhall.guild.message;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Changes cells of a row, for reading and for the store at once. */
final class RowEdit {
    private final Table table;
    private final Row.Builder row;
    private final Map<Column<?>, Consumer<Write>> cells = new LinkedHashMap<>();

    private RowEdit(Table table, Row.Builder row) {
        this.table = table;
        this.row = row;
    }

    /** A row of which only the key is set. */
    static RowEdit create(Table table) {
        Row.Builder row = Row.newBuilder();
        for (int index = 0; index < table.columns().size(); index++) {
            row.addValues(Value.getDefaultInstance());
        }
        return new RowEdit(table, row);
    }

    static RowEdit of(RowView row) {
        return new RowEdit(row.table(), row.row().toBuilder());
    }

    /** Sets a key column, which is no cell. */
    <T> RowEdit key(Column<T> column, T value) {
        row.setValues(table.indexOf(column), column.toValue(value));
        return this;
    }

    <T> RowEdit set(Column<T> column, T value) {
        row.setValues(table.indexOf(column), column.toValue(value));
        cells.put(column, write -> write.set(column, value));
        return this;
    }

    /** {@link #set}, but a null is not written: there was nothing before. */
    <T> RowEdit setIfPresent(Column<T> column, T value) {
        return value == null ? this : set(column, value);
    }

    RowView view() {
        return new RowView(table, row.build());
    }

    /** Writes the cells that were set. */
    Mutation mutation() {
        RowView view = view();
        Object[] key = new Object[table.keyColumns()];
        for (int index = 0; index < key.length; index++) {
            key[index] = view.get(table.columns().get(index));
        }
        Write write = Write.to(table, key);
        cells.values().forEach(cell -> cell.accept(write));
        return write.build();
    }
}
