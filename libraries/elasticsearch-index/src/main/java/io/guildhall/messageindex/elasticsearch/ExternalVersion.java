package io.guildhall.messageindex.elasticsearch;

import io.guildhall.messageindex.Version;

/** Versions as Elasticsearch compares them: one positive number, of which only a higher one replaces another. */
final class ExternalVersion {
    private static final int SEQUENCE_BITS = 40;
    private static final long MOST_SEQUENCES = 1L << SEQUENCE_BITS;

    /** So that epoch and sequence stay below 2^63. */
    private static final long MOST_EPOCHS = 1L << 22;

    private static final long OF_STORED = 1;

    private ExternalVersion() {}

    /** @throws IllegalArgumentException after four million terms or a million million entries in one */
    static long of(Version version) {
        if (version.equals(Version.STORED)) {
            return OF_STORED;
        }
        if (version.epoch() < 0
                || version.epoch() >= MOST_EPOCHS
                || version.sequence() < 0
                || version.sequence() >= MOST_SEQUENCES) {
            throw new IllegalArgumentException("no such version: " + version);
        }
        return OF_STORED + 1 + (version.epoch() << SEQUENCE_BITS | version.sequence());
    }
}
