package io.guildhall.storage.scan;

import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import java.util.List;

/** A scanner that can also be pointed at one partition. */
public interface PartitionScanner extends Scanner {
    /**
     * A range that holds the partition, and few others if any.
     *
     * @param key the whole partition key, in catalogue order
     */
    ScanRange partition(Table table, List<Value> key);
}
