package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import org.h2.mvstore.Cursor;

/** Reads a stretch of a table as of its last durable group. */
final class RangeReader {
    private RangeReader() {}

    static ReadReply read(TableSpace space, ReadRequest request, long now) {
        ReadReply.Builder reply = ReadReply.newBuilder();
        KeyRange range = KeyRange.of(space.table(), request);
        if (range.isEmpty()) {
            return reply.build();
        }
        Cursor<byte[], byte[]> cursor = request.getReverse()
                ? new Cursor<>(space.published(), range.end(), range.start(), true)
                : new Cursor<>(space.published(), range.start(), range.end(), false);
        while (cursor.hasNext() && reply.getRowsCount() < request.getLimit()) {
            byte[] key = cursor.next();
            // Cursors include both their bounds, but the range ends before its end.
            if (range.isBeforeEnd(key)) {
                StoredRow row = StoredRow.decode(cursor.getValue());
                if (row.isLive(now)) {
                    reply.addRows(space.toRow(key, row, now));
                }
            }
        }
        return reply.build();
    }
}
