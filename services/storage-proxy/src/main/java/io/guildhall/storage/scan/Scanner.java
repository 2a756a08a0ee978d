package io.guildhall.storage.scan;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Reads whole tables piece by piece, for moving, checking and sweeping. Futures fail with a StoreException. */
public interface Scanner {
    /** About so many ranges that together hold every row of the table once. */
    List<ScanRange> ranges(Table table, int wanted);

    /**
     * The rows of a range from a position on, in the store's order.
     *
     * @param position {@link ScanPage#next} of the page before, or empty for the first page
     * @param columns the columns whose cells are wanted; keys always come
     * @param limit how many rows at most, 1 to 10,000. A page may hold fewer, and none, before the last one
     */
    CompletableFuture<ScanPage> scan(
            Table table, ScanRange range, Optional<ByteString> position, Set<Column<?>> columns, int limit);
}
