package io.guildhall.storageclient;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import java.util.List;

/** A conditional upsert whose outcome has to be found out from the row that is there. */
record Claim(Mutation mutation) {
    /** Reads the row with the upsert's key. */
    ReadRequest read() {
        Table table = Catalogue.table(mutation.getTable());
        List<Value> key = mutation.getUpsert().getKeyList();
        ReadRequest.Builder request = ReadRequest.newBuilder()
                .setTable(table.name())
                .addAllPartition(key.subList(0, table.partitionColumns()))
                .setLimit(1);
        if (table.clusteringColumns() > 0) {
            Bound row = Bound.newBuilder()
                    .addAllPrefix(key.subList(table.partitionColumns(), table.keyColumns()))
                    .setInclusive(true)
                    .build();
            request.setFrom(row).setTo(row);
        }
        return request.build();
    }

    /** Whether there is a row that has every cell as this upsert sets it. */
    boolean isOurs(ReadReply found) {
        return found.getRowsCount() > 0 && isOurs(found.getRows(0), mutation.getUpsert());
    }

    private static boolean isOurs(Row row, Upsert upsert) {
        for (Cell cell : upsert.getCellsList()) {
            if (!row.getValues(cell.getColumn()).equals(cell.getValue())) {
                return false;
            }
        }
        return true;
    }
}
