package io.guildhall.model.table;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.DeleteRange;
import io.guildhall.model.rpc.DeleteRow;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Upsert;

/** Builds mutations: {@code Write.to(USERS, id).set(Users.NAME, name).build()}. */
public final class Write {
    /** The most mutations that one batch may hold; storage proxies refuse more. */
    public static final int MOST_MUTATIONS = 10_000;

    /**
     * The most bytes that the mutations of one batch may have together: three quarters of the greatest message between nodes, so that what stands
     * around them finds room too.
     */
    public static final int MOST_BYTES = 12 << 20;

    private final Table table;
    private final Upsert.Builder upsert;

    private Write(Table table, Object... key) {
        requireWholeKey(table, key);
        this.table = table;
        this.upsert = Upsert.newBuilder().addAllKey(Keys.values(table, 0, key));
    }

    /** Sets cells of the row with this whole key. */
    public static Write to(Table table, Object... key) {
        return new Write(table, key);
    }

    public static Mutation delete(Table table, Object... key) {
        requireWholeKey(table, key);
        return Mutation.newBuilder()
                .setTable(table.name())
                .setDelete(DeleteRow.newBuilder().addAllKey(Keys.values(table, 0, key)))
                .build();
    }

    /** Deletes every row of a partition. */
    public static Mutation deletePartition(Table table, Object... partition) {
        return Mutation.newBuilder()
                .setTable(table.name())
                .setDeleteRange(DeleteRange.newBuilder().addAllPartition(Keys.values(table, 0, partition)))
                .build();
    }

    /** Deletes every row of a partition whose clustering key begins with this prefix. */
    public static Mutation deletePrefix(Table table, Object[] partition, Object... prefix) {
        Bound bound = Bound.newBuilder()
                .addAllPrefix(Keys.values(table, table.partitionColumns(), prefix))
                .setInclusive(true)
                .build();
        return Mutation.newBuilder()
                .setTable(table.name())
                .setDeleteRange(DeleteRange.newBuilder()
                        .addAllPartition(Keys.values(table, 0, partition))
                        .setFrom(bound)
                        .setTo(bound))
                .build();
    }

    /** Deletes the rows of a partition from its first one up to and with this clustering prefix, in the table's order. */
    public static Mutation deleteThrough(Table table, Object[] partition, Object... last) {
        return Mutation.newBuilder()
                .setTable(table.name())
                .setDeleteRange(DeleteRange.newBuilder()
                        .addAllPartition(Keys.values(table, 0, partition))
                        .setTo(Bound.newBuilder()
                                .addAllPrefix(Keys.values(table, table.partitionColumns(), last))
                                .setInclusive(true)))
                .build();
    }

    /** Sets a cell; null deletes it. */
    public <T> Write set(Column<T> column, T value) {
        upsert.addCells(Cell.newBuilder().setColumn(table.indexOf(column)).setValue(column.toValue(value)));
        return this;
    }

    /** Only when there is no row with this key. Such a mutation stands alone in its batch. */
    public Write ifAbsent() {
        upsert.setIfAbsent(true);
        return this;
    }

    /** Only while the cell has this value; null: while it has none. Such a mutation stands alone in its batch. */
    public <T> Write ifCell(Column<T> column, T value) {
        upsert.addIfCells(Cell.newBuilder().setColumn(table.indexOf(column)).setValue(column.toValue(value)));
        return this;
    }

    /** The cells vanish after so many seconds. */
    public Write timeToLive(int seconds) {
        upsert.setTtl(seconds);
        return this;
    }

    public Mutation build() {
        return Mutation.newBuilder().setTable(table.name()).setUpsert(upsert).build();
    }

    private static void requireWholeKey(Table table, Object... key) {
        if (key.length != table.keyColumns()) {
            throw new IllegalArgumentException("table " + table.name() + " has " + table.keyColumns()
                    + " key columns, but " + key.length + " were given");
        }
    }
}
