package io.guildhall.storage.cassandra;

/** Where the record of one pending batch is. */
record RedoRecord(long hour, long slice, long writtenAt, long writer) {
    Object[] key(long piece) {
        return new Object[] {hour, slice, writtenAt, writer, piece};
    }
}
