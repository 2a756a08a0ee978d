package io.guildhall.model.table;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Value;
import java.util.List;

/** Builds {@link ReadRequest}s: {@code Read.from(MESSAGES, channel, bucket).after(before).limit(50).build()}. */
public final class Read {
    /** The most rows that one read returns. */
    public static final int MAX_LIMIT = 10_000;

    private final Table table;
    private final ReadRequest.Builder request;

    private Read(Table table, Object... partition) {
        this.table = table;
        this.request = ReadRequest.newBuilder().setTable(table.name()).setLimit(MAX_LIMIT);
        for (Value value : Keys.values(table, 0, partition)) {
            request.addPartition(value);
        }
        if (partition.length != table.partitionColumns()) {
            throw new IllegalArgumentException("table " + table.name() + " has " + table.partitionColumns()
                    + " partition columns, but " + partition.length + " were given");
        }
    }

    /** Reads from the one partition with this key. */
    public static Read from(Table table, Object... partition) {
        return new Read(table, partition);
    }

    /** Reads the one row with this whole key. */
    public static ReadRequest row(Table table, Object... key) {
        Object[] partition = java.util.Arrays.copyOfRange(key, 0, table.partitionColumns());
        Object[] clustering = java.util.Arrays.copyOfRange(key, table.partitionColumns(), key.length);
        if (clustering.length == 0) {
            return new Read(table, partition).limit(1).build();
        }
        return new Read(table, partition)
                .startingAt(clustering)
                .endingAt(clustering)
                .limit(1)
                .build();
    }

    /** Reads the one row that an upsert with this key writes. */
    public static ReadRequest rowOf(Table table, List<Value> key) {
        Bound clustering = Bound.newBuilder()
                .addAllPrefix(key.subList(table.partitionColumns(), key.size()))
                .setInclusive(true)
                .build();
        ReadRequest.Builder request = ReadRequest.newBuilder()
                .setTable(table.name())
                .addAllPartition(key.subList(0, table.partitionColumns()))
                .setLimit(1);
        return clustering.getPrefixCount() == 0
                ? request.build()
                : request.setFrom(clustering).setTo(clustering).build();
    }

    /** Rows at or after this clustering prefix, in the table's order. */
    public Read startingAt(Object... clustering) {
        request.setFrom(bound(true, clustering));
        return this;
    }

    /** Rows strictly after this clustering prefix, in the table's order. */
    public Read after(Object... clustering) {
        request.setFrom(bound(false, clustering));
        return this;
    }

    /** Rows up to and with this clustering prefix, in the table's order. */
    public Read endingAt(Object... clustering) {
        request.setTo(bound(true, clustering));
        return this;
    }

    /** Rows strictly before this clustering prefix, in the table's order. */
    public Read before(Object... clustering) {
        request.setTo(bound(false, clustering));
        return this;
    }

    /** Begin at the far end and go against the table's order. The bounds keep their meaning. */
    public Read reversed() {
        request.setReverse(true);
        return this;
    }

    /** At most this many rows, 1 to {@link #MAX_LIMIT}. */
    public Read limit(int rows) {
        request.setLimit(rows);
        return this;
    }

    public ReadRequest build() {
        return request.build();
    }

    private Bound bound(boolean inclusive, Object... clustering) {
        return Bound.newBuilder()
                .addAllPrefix(Keys.values(table, table.partitionColumns(), clustering))
                .setInclusive(inclusive)
                .build();
    }
}
