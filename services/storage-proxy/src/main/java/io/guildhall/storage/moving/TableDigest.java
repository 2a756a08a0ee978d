package io.guildhall.storage.moving;

import com.google.common.hash.HashCode;
import io.guildhall.model.rpc.Value;
import io.guildhall.storage.scan.ScannedRow;
import io.guildhall.storage.scan.Tally;
import java.util.BitSet;
import java.util.List;

/**
 * What a table holds, as one tally of its rows and one sum for each of many buckets, into which rows fall by their keys. Two
 * digests of equal tables are equal in whichever order the rows came; where they are not, the buckets say where to look.
 * Several threads may add.
 */
final class TableDigest {
    /** 2 MB a digest; of a hundred million rows, some 400 in each. */
    private static final int BUCKETS = 1 << 18;

    private final RowHash hash;
    private final Tally.Sum rows = new Tally.Sum();
    private final long[] buckets = new long[BUCKETS];
    private long fleeting;

    TableDigest(RowHash hash) {
        this.hash = hash;
    }

    static int bucket(List<Value> key) {
        return RowHash.ofKey(key) & (BUCKETS - 1);
    }

    void add(List<ScannedRow> page) {
        List<HashCode> hashes =
                page.stream().map(row -> hash.of(row).orElse(null)).toList();
        synchronized (this) {
            for (int index = 0; index < hashes.size(); index++) {
                HashCode code = hashes.get(index);
                if (code == null) {
                    fleeting++;
                } else {
                    rows.add(code);
                    buckets[bucket(page.get(index).key())] += code.asLong();
                }
            }
        }
    }

    synchronized Tally rows() {
        return rows.tally();
    }

    /** Rows of which nothing will stay. */
    synchronized long fleeting() {
        return fleeting;
    }

    synchronized BitSet differences(TableDigest other) {
        BitSet different = new BitSet(BUCKETS);
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (buckets[bucket] != other.buckets[bucket]) {
                different.set(bucket);
            }
        }
        return different;
    }
}
