package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import java.util.List;
import java.util.stream.IntStream;

/** Rows as state in memory: what is loaded, changed and written back is one and the same shape. */
public final class Rows {
    private Rows() {}

    /** A row with this whole key and nothing else. */
    public static RowView create(Table table, Object... key) {
        Row.Builder row = Row.newBuilder();
        for (int index = 0; index < table.columns().size(); index++) {
            row.addValues(
                    index < key.length ? encode(table.columns().get(index), key[index]) : Value.getDefaultInstance());
        }
        return new RowView(table, row.build());
    }

    /** A copy with another value in one column; null empties it. */
    public static <T> RowView with(RowView row, Column<T> column, T value) {
        Table table = row.table();
        return new RowView(
                table,
                row.row().toBuilder()
                        .setValues(table.indexOf(column), column.toValue(value))
                        .build());
    }

    /** Writes the cells in which the two rows differ, all cells when there was none before, and what that means for pictures. */
    public static void save(RowView before, RowView after, Changes changes) {
        changes.write(mutation(before, after));
        RowPictures.mark(before, after, changes);
    }

    /** Deletes a row, and the pictures that only it showed. */
    public static void delete(RowView row, Changes changes) {
        changes.write(Write.delete(row.table(), key(row)));
        forgetPictures(row, changes);
    }

    /** The pictures of a row go; the row itself is deleted together with others. */
    public static void forgetPictures(RowView row, Changes changes) {
        RowPictures.mark(row, null, changes);
    }

    /** The mutation that writes every cell of a row that can't show pictures. */
    public static Mutation write(RowView row) {
        return write(null, row);
    }

    /**
     * The mutation that writes the cells in which two rows differ that can't show pictures; all cells when there was none
     * before.
     */
    public static Mutation write(RowView before, RowView after) {
        if (RowPictures.has(after.table())) {
            throw new IllegalArgumentException(after.table().name() + " can show pictures");
        }
        return mutation(before, after);
    }

    private static Mutation mutation(RowView before, RowView after) {
        Table table = after.table();
        Write write = Write.to(table, key(after));
        List<Column<?>> columns = table.columns();
        for (int index = table.keyColumns(); index < columns.size(); index++) {
            if (before == null
                    ? isSet(after, index)
                    : !same(before.row().getValues(index), after.row().getValues(index))) {
                set(write, columns.get(index), after);
            }
        }
        return write.build();
    }

    /** Whether all values of two rows of a table are the same. */
    static boolean same(Row one, Row other) {
        return IntStream.range(0, one.getValuesCount())
                .allMatch(index -> same(one.getValues(index), other.getValues(index)));
    }

    /** As equals has it, but of text the bytes are compared: JSON came as bytes, and leaves as such. */
    private static boolean same(Value one, Value other) {
        return one == other
                || (one.hasTextValue() && other.hasTextValue()
                        ? one.getTextValueBytes().equals(other.getTextValueBytes())
                        : one.equals(other));
    }

    private static Object[] key(RowView row) {
        Table table = row.table();
        Object[] key = new Object[table.keyColumns()];
        for (int index = 0; index < key.length; index++) {
            key[index] = row.get(table.columns().get(index));
        }
        return key;
    }

    private static boolean isSet(RowView row, int index) {
        return row.row().getValues(index).getKindCase() != Value.KindCase.KIND_NOT_SET;
    }

    private static <T> void set(Write write, Column<T> column, RowView row) {
        write.set(column, row.get(column));
    }

    @SuppressWarnings("unchecked")
    private static <T> Value encode(Column<T> column, Object value) {
        return column.toValue((T) value);
    }
}
