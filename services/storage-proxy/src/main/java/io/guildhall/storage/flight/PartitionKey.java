package io.guildhall.storage.flight;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.catalogue.Catalogue;
import java.util.List;

/** One partition of one table: what reads and writes have in common. */
record PartitionKey(String table, List<Value> values) {

    static PartitionKey of(ReadRequest request) {
        return new PartitionKey(request.getTable(), request.getPartitionList());
    }

    static PartitionKey of(Mutation mutation) {
        return switch (mutation.getChangeCase()) {
            case UPSERT -> ofKey(mutation.getTable(), mutation.getUpsert().getKeyList());
            case DELETE -> ofKey(mutation.getTable(), mutation.getDelete().getKeyList());
            case DELETE_RANGE ->
                new PartitionKey(mutation.getTable(), mutation.getDeleteRange().getPartitionList());
            case CHANGE_NOT_SET -> throw new IllegalArgumentException("a mutation has no change");
        };
    }

    private static PartitionKey ofKey(String table, List<Value> key) {
        return new PartitionKey(
                table, List.copyOf(key.subList(0, Catalogue.table(table).partitionColumns())));
    }
}
