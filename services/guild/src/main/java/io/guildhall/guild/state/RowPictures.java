package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.PictureMarks;
import java.util.Objects;

/** Says, in the batch that writes a row, which uploaded pictures it shows from now on and which it shows no more. */
final class RowPictures {
    private RowPictures() {}

    static boolean has(Table table) {
        return table.columns().stream().anyMatch(Column::picture);
    }

    /** Either may be null: there was no row before, or there is none any more. */
    static void mark(RowView before, RowView after, Changes changes) {
        Table table = (before == null ? after : before).table();
        for (Column<?> column : table.columns()) {
            if (column.picture()) {
                String left = name(before, column);
                String come = name(after, column);
                if (Objects.equals(left, come)) {
                    continue;
                }
                if (come != null) {
                    changes.write(PictureMarks.carried(come));
                }
                if (left != null) {
                    changes.write(PictureMarks.gone(left));
                }
            }
        }
    }

    /** Null when there is none. */
    private static String name(RowView row, Column<?> column) {
        return row == null
                ? null
                : row.find(column)
                        .map(Object::toString)
                        .filter(text -> !text.isEmpty())
                        .orElse(null);
    }
}
