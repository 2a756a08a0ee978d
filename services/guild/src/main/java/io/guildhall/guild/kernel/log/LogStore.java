package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.List;

/** Where logs are read. Blocks; throws when the store can't be asked. */
@FunctionalInterface
public interface LogStore {
    List<RowView> read(Table table, ReadRequest request);
}
