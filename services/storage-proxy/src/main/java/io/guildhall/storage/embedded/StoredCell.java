package io.guildhall.storage.embedded;

import com.google.protobuf.CodedOutputStream;
import io.guildhall.model.rpc.Value;
import java.io.IOException;

/**
 * One cell on disk.
 *
 * @param column the column's number in this directory's {@link Schema}, or {@link #ROW} for the mark that the row exists
 * @param expiresAt ms since 1970; {@link #NEVER} for a cell that stays
 */
record StoredCell(int column, long expiresAt, Value value) {
    /** Every upsert leaves this cell, so that a row whose columns are all empty is still a row. */
    static final int ROW = 0;

    static final long NEVER = 0;

    boolean isLive(long now) {
        return expiresAt == NEVER || expiresAt > now;
    }

    /** Bytes that {@link #writeTo} writes. */
    int size() {
        return CodedOutputStream.computeUInt32SizeNoTag(column)
                + CodedOutputStream.computeUInt64SizeNoTag(expiresAt)
                + CodedOutputStream.computeMessageSizeNoTag(value);
    }

    void writeTo(CodedOutputStream output) throws IOException {
        output.writeUInt32NoTag(column);
        output.writeUInt64NoTag(expiresAt);
        output.writeMessageNoTag(value);
    }
}
