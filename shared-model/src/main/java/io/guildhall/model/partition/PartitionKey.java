package io.guildhall.model.partition;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.PartitionRef;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.catalogue.Catalogue;
import java.util.List;

/**
 * One partition of one table: what reads and writes have in common.
 *
 * @param values the whole partition key, in catalogue order
 */
public record PartitionKey(String table, List<Value> values) {

    public static PartitionKey of(ReadRequest request) {
        return new PartitionKey(request.getTable(), request.getPartitionList());
    }

    public static PartitionKey of(PartitionRef reference) {
        return new PartitionKey(reference.getTable(), reference.getPartitionList());
    }

    /** @throws IllegalArgumentException when the mutation has no change, or the catalogue does not have its table */
    public static PartitionKey of(Mutation mutation) {
        return switch (mutation.getChangeCase()) {
            case UPSERT -> ofKey(mutation.getTable(), mutation.getUpsert().getKeyList());
            case DELETE -> ofKey(mutation.getTable(), mutation.getDelete().getKeyList());
            case DELETE_RANGE ->
                new PartitionKey(mutation.getTable(), mutation.getDeleteRange().getPartitionList());
            case CHANGE_NOT_SET -> throw new IllegalArgumentException("a mutation has no change");
        };
    }

    public PartitionRef reference() {
        return PartitionRef.newBuilder().setTable(table).addAllPartition(values).build();
    }

    /**
     * The key by which the {@link io.guildhall.model.cluster.Ring} gives the partition a home. The same in every process
     * and every version: nodes that disagree about it would not meet.
     */
    public long ringKey() {
        return StableHash.of(this);
    }

    private static PartitionKey ofKey(String table, List<Value> key) {
        return new PartitionKey(
                table, List.copyOf(key.subList(0, Catalogue.table(table).partitionColumns())));
    }
}
