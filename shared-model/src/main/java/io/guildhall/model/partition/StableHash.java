package io.guildhall.model.partition;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;

/**
 * A hash of 64 bits over what a partition key holds, byte by byte, with each value's kind and length, so that no two keys
 * read alike. It depends on nothing that another JVM or another version of a library could do differently.
 */
final class StableHash {
    private static final long MULTIPLIER = 0xFF51AFD7ED558CCDL;

    private long hash;

    private StableHash() {}

    static long of(PartitionKey key) {
        StableHash hash = new StableHash();
        hash.add(ByteString.copyFromUtf8(key.table()));
        key.values().forEach(hash::add);
        return hash.finished();
    }

    private void add(Value value) {
        add(value.getKindCase().getNumber());
        switch (value.getKindCase()) {
            case LONG_VALUE -> add(value.getLongValue());
            case TEXT_VALUE -> add(value.getTextValueBytes());
            case BLOB_VALUE -> add(value.getBlobValue());
            case BOOLEAN_VALUE -> add(value.getBooleanValue() ? 1 : 0);
            case DOUBLE_VALUE -> add(Double.doubleToLongBits(value.getDoubleValue()));
            case LONG_LIST -> {
                add(value.getLongList().getValuesCount());
                for (int index = 0; index < value.getLongList().getValuesCount(); index++) {
                    add(value.getLongList().getValues(index));
                }
            }
            case KIND_NOT_SET -> {
                // A null; its kind has been added.
            }
        }
    }

    /** Eight bytes to a word, the first the lowest; the last word is filled up with zeros. */
    private void add(ByteString bytes) {
        add(bytes.size());
        for (int start = 0; start < bytes.size(); start += Long.BYTES) {
            long word = 0;
            int end = Math.min(start + Long.BYTES, bytes.size());
            for (int index = start; index < end; index++) {
                word |= (bytes.byteAt(index) & 0xFFL) << (8 * (index - start));
            }
            add(word);
        }
    }

    private void add(long word) {
        hash = (hash ^ word) * MULTIPLIER;
        hash ^= hash >>> 32;
    }

    private long finished() {
        long mixed = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
