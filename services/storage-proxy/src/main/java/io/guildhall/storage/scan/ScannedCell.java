package io.guildhall.storage.scan;

import static java.util.Objects.requireNonNull;

import io.guildhall.model.rpc.Value;

/**
 * A cell with what a copy of it needs to stay the same cell.
 *
 * @param column the column's index in the catalogue's column list
 * @param writtenAt microseconds since 1970, by which stores with timestamps decide which write of a cell stays; 0 where
 *     the store keeps none
 * @param expiresAt ms since 1970; 0 for a cell that stays
 */
public record ScannedCell(int column, Value value, long writtenAt, long expiresAt) {
    public ScannedCell {
        requireNonNull(value, "value is null");
    }
}
