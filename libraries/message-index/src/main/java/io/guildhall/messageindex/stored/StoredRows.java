package io.guildhall.messageindex.stored;

import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the data store. Blocks. */
@FunctionalInterface
public interface StoredRows {
    /** Rows of one partition, in the order asked for. */
    List<RowView> read(Table table, ReadRequest request);

    /** The one row with this whole key. */
    default Optional<RowView> row(Table table, Object... key) {
        return read(table, Read.row(table, key)).stream().findFirst();
    }

    /** All rows of a partition, of a table whose clustering key is numbers. */
    default List<RowView> all(Table table, Object... partition) {
        List<RowView> all = new ArrayList<>();
        Read read = Read.from(table, partition);
        List<RowView> page = read(table, read.build());
        all.addAll(page);
        while (page.size() == Read.MAX_LIMIT) {
            RowView last = page.getLast();
            Object[] key = table.columns().subList(table.partitionColumns(), table.keyColumns()).stream()
                    .map(last::get)
                    .toArray();
            page = read(table, Read.from(table, partition).after(key).build());
            all.addAll(page);
        }
        return all;
    }
}
