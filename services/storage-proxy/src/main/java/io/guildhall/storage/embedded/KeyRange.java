package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.DeleteRange;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a table's map.
 *
 * @param start the first key in it; null when no key can be in it
 * @param end the first key after it; null when it goes on to the map's end
 */
record KeyRange(byte[] start, byte[] end) {

    static KeyRange of(Table table, ReadRequest request) {
        return of(
                table,
                request.getPartitionList(),
                request.hasFrom() ? Optional.of(request.getFrom()) : Optional.empty(),
                request.hasTo() ? Optional.of(request.getTo()) : Optional.empty());
    }

    static KeyRange of(Table table, DeleteRange range) {
        return of(
                table,
                range.getPartitionList(),
                range.hasFrom() ? Optional.of(range.getFrom()) : Optional.empty(),
                range.hasTo() ? Optional.of(range.getTo()) : Optional.empty());
    }

    private static KeyRange of(Table table, List<Value> partition, Optional<Bound> from, Optional<Bound> to) {
        byte[] whole = KeyEncoding.encode(table, partition);
        // An edge may be null, so these cannot be Optional.map.
        byte[] start = from.isPresent()
                ? edge(table, partition, from.get(), !from.get().getInclusive())
                : whole;
        byte[] end = to.isPresent()
                ? edge(table, partition, to.get(), to.get().getInclusive())
                : KeyEncoding.successor(whole);
        return new KeyRange(start, end);
    }

    /** Where the keys with the bound's prefix begin, or where those after them do. */
    private static byte[] edge(Table table, List<Value> partition, Bound bound, boolean afterPrefix) {
        byte[] prefix = KeyEncoding.encode(table, partition, bound.getPrefixList());
        return afterPrefix ? KeyEncoding.successor(prefix) : prefix;
    }

    boolean isEmpty() {
        return start == null || (end != null && Arrays.compareUnsigned(start, end) >= 0);
    }

    boolean isBeforeEnd(byte[] key) {
        return end == null || Arrays.compareUnsigned(key, end) < 0;
    }
}
