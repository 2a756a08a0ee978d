package io.guildhall.storage.embedded;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.h2.mvstore.MVMap;

/**
 * Which rows have cells that expire, by time, so that the sweeper finds them without scanning tables. An entry says
 * only that the row is worth a look at that time: a later write may have changed it.
 */
final class ExpiryIndex {
    private static final byte[] NOTHING = {};

    private final MVMap<byte[], byte[]> map;

    ExpiryIndex(MVMap<byte[], byte[]> map) {
        this.map = map;
    }

    /** One row to look at. */
    record Entry(byte[] indexKey, String table, byte[] row) {}

    void add(long expiresAt, String table, byte[] row) {
        byte[] name = table.getBytes(StandardCharsets.UTF_8);
        map.put(
                ByteBuffer.allocate(Long.BYTES + 1 + name.length + row.length)
                        .putLong(expiresAt)
                        .put((byte) name.length)
                        .put(name)
                        .put(row)
                        .array(),
                NOTHING);
    }

    /** The first entries whose time has come, at most so many. */
    List<Entry> due(long now, int limit) {
        List<Entry> due = new ArrayList<>();
        Iterator<byte[]> keys = map.keyIterator(null);
        while (keys.hasNext() && due.size() < limit) {
            byte[] indexKey = keys.next();
            ByteBuffer parts = ByteBuffer.wrap(indexKey);
            if (parts.getLong() > now) {
                break;
            }
            byte[] name = new byte[parts.get()];
            parts.get(name);
            byte[] row = new byte[parts.remaining()];
            parts.get(row);
            due.add(new Entry(indexKey, new String(name, StandardCharsets.UTF_8), row));
        }
        return due;
    }

    void remove(Entry entry) {
        map.remove(entry.indexKey());
    }
}
