package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys as bytes whose unsigned order is the table's order: the partition key, then the clustering key, with the bits
 * of the latter flipped in descending tables. So every partition, and every clustering prefix in it, is one stretch of
 * the map and is read forwards.
 */
final class KeyEncoding {
    private KeyEncoding() {}

    /** The bytes that every key with these leading parts begins with; a whole key when all parts are given. */
    static byte[] encode(Table table, List<Value> parts) {
        KeyWriter writer = new KeyWriter();
        for (int index = 0; index < parts.size(); index++) {
            if (table.descending() && index == table.partitionColumns()) {
                writer.reverseOrder();
            }
            writer.write(parts.get(index));
        }
        return writer.toByteArray();
    }

    static byte[] encode(Table table, List<Value> partition, List<Value> clusteringPrefix) {
        List<Value> parts = new ArrayList<>(partition);
        parts.addAll(clusteringPrefix);
        return encode(table, parts);
    }

    /** The key's parts, in catalogue order. */
    static List<Value> decode(Table table, byte[] key) {
        KeyReader reader = new KeyReader(key);
        List<Value> parts = new ArrayList<>(table.keyColumns());
        for (int index = 0; index < table.keyColumns(); index++) {
            if (table.descending() && index == table.partitionColumns()) {
                reader.reverseOrder();
            }
            parts.add(reader.read(table.columns().get(index).type()));
        }
        return parts;
    }

    /** The smallest bytes that are larger than everything with this prefix; null when there are none. */
    static byte[] successor(byte[] prefix) {
        byte[] next = prefix.clone();
        for (int index = next.length - 1; index >= 0; index--) {
            next[index]++;
            if (next[index] != 0) {
                return Arrays.copyOf(next, index + 1);
            }
        }
        return null;
    }
}
