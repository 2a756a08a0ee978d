package io.guildhall.standalone.moving;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.storage.store.Store;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Rows of a store for who may wait for them. */
record StoredRows(Store store) {
    private static final int PAGE = 1_000;

    Optional<RowView> find(Table table, Object... key) {
        return store.read(Read.row(table, key)).join().getRowsList().stream()
                .map(row -> new RowView(table, row))
                .findFirst();
    }

    /** Every row of a partition in the table's order, or the other way round, a page at a time. */
    Iterable<RowView> all(Table table, boolean reversed, Object... partition) {
        return () -> new Pages(table, reversed, partition);
    }

    private final class Pages implements Iterator<RowView> {
        private final Table table;
        private final boolean reversed;
        private final Object[] partition;
        private List<RowView> page = List.of();
        private int next;
        private boolean begun;
        private boolean last;

        Pages(Table table, boolean reversed, Object[] partition) {
            this.table = table;
            this.reversed = reversed;
            this.partition = partition;
        }

        @Override
        public boolean hasNext() {
            if (next >= page.size() && !last) {
                turn();
            }
            return next < page.size();
        }

        @Override
        public RowView next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.get(next++);
        }

        private void turn() {
            Read read = Read.from(table, partition).limit(PAGE);
            if (reversed) {
                read.reversed();
            }
            if (begun) {
                read.after(clustering(page.getLast()));
            }
            List<RowView> rows = new ArrayList<>();
            store.read(read.build()).join().getRowsList().forEach(row -> rows.add(new RowView(table, row)));
            begun = true;
            last = rows.size() < PAGE;
            page = rows;
            next = 0;
        }

        private Object[] clustering(RowView row) {
            List<Column<?>> key = table.columns().subList(table.partitionColumns(), table.keyColumns());
            return key.stream().map(row::get).toArray();
        }
    }
}
