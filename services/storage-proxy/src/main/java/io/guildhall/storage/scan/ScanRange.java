package io.guildhall.storage.scan;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.ByteString;

/**
 * A stretch of a table's partitions, in the store's own order and its own words: a range of tokens in a cluster, of keys in
 * the embedded store. Opaque to everyone but the store that made it, which understands it after a restart as well.
 */
public record ScanRange(ByteString from, ByteString to) {
    public ScanRange {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
    }
}
