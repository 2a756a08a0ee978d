package io.guildhall.storage.cassandra;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the mutations of one write reach the cluster.
 *
 * @param way which of the ways to all or nothing the batch takes
 * @param partitions the mutations of each partition
 */
record BatchPlan(Way way, List<List<Timed>> partitions) {

    /** How all or nothing is kept. */
    enum Way {
        /** One partition: the cluster applies its mutations together anyway. */
        TOGETHER,
        /** A few partitions: the cluster keeps the batch in its own log until all are written. */
        LOGGED,
        /** More than the cluster takes at once: recorded first, then applied in parts. */
        IN_PARTS
    }

    /** A mutation and the microsecond at which it is written. */
    record Timed(Table table, Mutation mutation, long timestamp) {
        /** About what it costs a cluster: its values, and what stands beside each cell. */
        int bytes() {
            int cells = mutation.hasUpsert() ? mutation.getUpsert().getCellsCount() : 0;
            return mutation.getSerializedSize() + (1 + cells) * CELL_BYTES;
        }
    }

    /** Clusters refuse batches of several partitions beyond 50 KiB (batch_size_fail_threshold). */
    static final int MAX_LOGGED_BYTES = 32 << 10;

    /** Far below what a commit log takes as one mutation, and small enough not to disturb others. */
    static final int MAX_TOGETHER_BYTES = 512 << 10;

    private static final int CELL_BYTES = 24;

    private record Partition(Table table, List<Value> key) {}

    static BatchPlan of(List<Timed> mutations) {
        Map<Partition, List<Timed>> partitions = new LinkedHashMap<>();
        int bytes = 0;
        for (Timed timed : mutations) {
            partitions
                    .computeIfAbsent(partition(timed), ignored -> new ArrayList<>())
                    .add(timed);
            bytes += timed.bytes();
        }
        return new BatchPlan(way(mutations.size(), partitions.size(), bytes), List.copyOf(partitions.values()));
    }

    static List<Timed> timed(WriteRequest request, long timestamp) {
        List<Timed> mutations = new ArrayList<>(request.getMutationsCount());
        for (Mutation mutation : request.getMutationsList()) {
            mutations.add(new Timed(Tables.named(mutation.getTable()), mutation, timestamp + mutations.size()));
        }
        return mutations;
    }

    /** Groups of at most so many bytes, in order; a larger mutation is a group of its own. */
    static List<List<Timed>> groups(List<Timed> mutations, int maxBytes) {
        List<List<Timed>> groups = new ArrayList<>();
        int room = 0;
        for (Timed timed : mutations) {
            if (groups.isEmpty() || timed.bytes() > room) {
                groups.add(new ArrayList<>());
                room = maxBytes;
            }
            groups.getLast().add(timed);
            room -= timed.bytes();
        }
        return groups;
    }

    private static Way way(int mutations, int partitions, int bytes) {
        if (mutations == 1 || (partitions == 1 && bytes <= MAX_TOGETHER_BYTES)) {
            return Way.TOGETHER;
        }
        return partitions > 1 && bytes <= MAX_LOGGED_BYTES ? Way.LOGGED : Way.IN_PARTS;
    }

    private static Partition partition(Timed timed) {
        Table table = timed.table();
        List<Value> key =
                switch (timed.mutation().getChangeCase()) {
                    case UPSERT -> timed.mutation().getUpsert().getKeyList();
                    case DELETE -> timed.mutation().getDelete().getKeyList();
                    case DELETE_RANGE -> timed.mutation().getDeleteRange().getPartitionList();
                    case CHANGE_NOT_SET -> throw new IllegalArgumentException("a mutation has no change");
                };
        return new Partition(table, key.subList(0, table.partitionColumns()));
    }
}
