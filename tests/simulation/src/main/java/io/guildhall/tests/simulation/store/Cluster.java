package io.guildhall.tests.simulation.store;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a cluster by its rules: of two writes of one cell the one with the later timestamp stays, whichever came first, and
 * deletes are such writes; conditional writes see what is there. A batch is applied as a whole.
 */
public final class Cluster {
    private record Key(String table, List<Value> partition) {}

    private final Map<Key, Partition> partitions = new HashMap<>();
    private long latest;

    /** False when it is a conditional write whose condition does not hold. */
    boolean apply(WriteRequest request) {
        long timestamp = request.getTimestamp();
        for (Mutation mutation : request.getMutationsList()) {
            Table table = Catalogue.table(mutation.getTable());
            switch (mutation.getChangeCase()) {
                case UPSERT -> {
                    Upsert upsert = mutation.getUpsert();
                    Partition partition = partition(table, upsert.getKeyList());
                    if (Conditions.conditional(upsert)) {
                        if (!Conditions.hold(upsert, partition.row(upsert.getKeyList()))) {
                            return false;
                        }
                        // A conditional write has its time from the cluster.
                        timestamp = Math.max(timestamp, latest + 1);
                    }
                    partition.upsert(upsert, timestamp);
                }
                case DELETE ->
                    partition(table, mutation.getDelete().getKeyList())
                            .delete(mutation.getDelete().getKeyList(), timestamp);
                case DELETE_RANGE ->
                    partition(table, mutation.getDeleteRange().getPartitionList())
                            .deleteRange(mutation.getDeleteRange(), timestamp);
                case CHANGE_NOT_SET -> throw new IllegalArgumentException("a mutation has no change");
            }
            latest = Math.max(latest, timestamp);
            timestamp++;
        }
        return true;
    }

    /** Rows that are there from the beginning. */
    public void put(List<Mutation> mutations) {
        apply(WriteRequest.newBuilder()
                .addAllMutations(mutations)
                .setTimestamp(1)
                .build());
    }

    /** The rows, in the order asked for. */
    public List<Row> read(ReadRequest request) {
        Partition partition = partitions.get(new Key(request.getTable(), request.getPartitionList()));
        return partition == null ? List.of() : partition.read(request);
    }

    /** Every row of the table, in no order. */
    public List<Row> all(Table table) {
        return partitions.entrySet().stream()
                .filter(entry -> entry.getKey().table().equals(table.name()))
                .flatMap(entry -> entry.getValue().all(entry.getKey().partition()).stream())
                .toList();
    }

    private Partition partition(Table table, List<Value> key) {
        return partitions.computeIfAbsent(
                new Key(table.name(), List.copyOf(key.subList(0, table.partitionColumns()))),
                missing -> new Partition(table));
    }
}
