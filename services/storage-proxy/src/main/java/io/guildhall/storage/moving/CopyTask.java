package io.guildhall.storage.moving;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Table;
import io.guildhall.storage.scan.ScanRange;
import java.util.Optional;

/**
 * One range of one table, and how far it is copied.
 *
 * @param next where the next page begins; empty before the first page, and when it is done
 * @param rows how many rows are in the target for it
 */
record CopyTask(Table table, ScanRange range, Optional<ByteString> next, boolean done, long rows) {
    static CopyTask of(Table table, ScanRange range) {
        return new CopyTask(table, range, Optional.empty(), false, 0);
    }

    /** After one more page is durable in the target. */
    CopyTask after(Optional<ByteString> position, int moreRows) {
        return new CopyTask(table, range, position, position.isEmpty(), rows + moreRows);
    }
}
