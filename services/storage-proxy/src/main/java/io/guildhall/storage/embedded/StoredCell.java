package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.Value;

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
}
