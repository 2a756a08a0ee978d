package io.guildhall.messageindex.stored;

import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Reads the data store. Blocks. */
@FunctionalInterface
public interface StoredRows {
    int COUNTED_AT_ONCE = 500;

    /** Rows of one partition, in the order asked for. */
    List<RowView> read(Table table, ReadRequest request);

    /** The one row with this whole key. */
    default Optional<RowView> row(Table table, Object... key) {
        return read(table, Read.row(table, key)).stream().findFirst();
    }

    /** All rows of a partition, of a table whose clustering key is numbers. */
    default List<RowView> all(Table table, Object... partition) {
        List<RowView> all = new ArrayList<>();
        pages(table, Read.MAX_LIMIT, all::addAll, partition);
        return all;
    }

    /** How many rows a partition has, of such a table; few of them are held at a time. */
    default long count(Table table, Object... partition) {
        AtomicLong count = new AtomicLong();
        pages(table, COUNTED_AT_ONCE, page -> count.addAndGet(page.size()), partition);
        return count.get();
    }

    private void pages(Table table, int limit, Consumer<List<RowView>> taker, Object... partition) {
        Read read = Read.from(table, partition).limit(limit);
        List<RowView> page = read(table, read.build());
        taker.accept(page);
        while (page.size() == limit) {
            RowView last = page.getLast();
            Object[] key = table.columns().subList(table.partitionColumns(), table.keyColumns()).stream()
                    .map(last::get)
                    .toArray();
            page = read(table, read.after(key).build());
            taker.accept(page);
        }
    }
}
