package io.guildhall.model.table;

import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.catalogue.Catalogue;

/**
 * How many bytes a row takes in a table file of Cassandra 5, before compression. Where the format packs numbers by size, the
 * model takes the larger end:
 *
 * <ul>
 *   <li>a row: flags 2, its own and the previous row's size 3 each, the time of its mark 8, which columns it has 8
 *   <li>its clustering key: 1, and each value
 *   <li>a cell: flags 1, and the value; a time of its own 8, as if each had been edited since
 *   <li>in a table whose rows end by themselves: the mark and each cell another 8, for how long they live and their end
 *   <li>values: numbers 8, booleans 1, text and blobs a length of 3 and their bytes, lists a length of 3, a count of 4, and
 *       12 for each number
 *   <li>the entry for the row's block in the index of the partition: 1, since a block holds many rows
 * </ul>
 */
final class RowSize {
    private static final int ROW = 2 + 3 + 3 + 8 + 8;
    private static final int CLUSTERING = 1;
    private static final int CELL = 1 + 8;
    private static final int LIFETIME = 8;
    private static final int INDEX = 1;

    private RowSize() {}

    static long of(Mutation mutation) {
        Table table = Catalogue.table(mutation.getTable());
        Upsert upsert = mutation.getUpsert();
        int lifetime = table.timeToLive().isPresent() ? LIFETIME : 0;
        long size = ROW + lifetime + CLUSTERING + INDEX;
        for (Value part : upsert.getKeyList().subList(table.partitionColumns(), upsert.getKeyCount())) {
            size += value(part);
        }
        for (Cell cell : upsert.getCellsList()) {
            size += CELL + lifetime + value(cell.getValue());
        }
        return size;
    }

    private static long value(Value value) {
        return switch (value.getKindCase()) {
            case LONG_VALUE, DOUBLE_VALUE -> 8;
            case BOOLEAN_VALUE -> 1;
            case TEXT_VALUE -> 3 + value.getTextValueBytes().size();
            case BLOB_VALUE -> 3 + value.getBlobValue().size();
            case LONG_LIST -> 3 + 4 + 12L * value.getLongList().getValuesCount();
            case KIND_NOT_SET -> 0;
        };
    }
}
