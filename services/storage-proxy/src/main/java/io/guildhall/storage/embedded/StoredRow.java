package io.guildhall.storage.embedded;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.guildhall.model.rpc.Value;
import io.guildhall.storage.store.StoreException;
import java.io.IOException;
import java.util.Collection;
import java.util.TreeMap;

/** The cells that a row has, each encoded as column number, expiry and value. */
final class StoredRow {
    private final TreeMap<Integer, StoredCell> cells = new TreeMap<>();

    static StoredRow decode(byte[] bytes) {
        StoredRow row = new StoredRow();
        CodedInputStream input = CodedInputStream.newInstance(bytes);
        try {
            while (!input.isAtEnd()) {
                int column = input.readUInt32();
                long expiresAt = input.readUInt64();
                row.put(new StoredCell(column, expiresAt, Value.parseFrom(input.readByteBuffer())));
            }
        } catch (IOException failure) {
            throw new StoreException(StoreException.Reason.FAILED, "a stored row cannot be read", failure);
        }
        return row;
    }

    byte[] encode() {
        byte[] bytes =
                new byte[cells.values().stream().mapToInt(StoredCell::size).sum()];
        CodedOutputStream output = CodedOutputStream.newInstance(bytes);
        try {
            for (StoredCell cell : cells.values()) {
                cell.writeTo(output);
            }
        } catch (IOException failure) {
            throw new IllegalStateException("memory cannot be written", failure);
        }
        output.checkNoSpaceLeft();
        return bytes;
    }

    void put(StoredCell cell) {
        cells.put(cell.column(), cell);
    }

    void remove(int column) {
        cells.remove(column);
    }

    /** Without kind when the row has no such cell. */
    Value value(int column) {
        StoredCell cell = cells.get(column);
        return cell == null ? Value.getDefaultInstance() : cell.value();
    }

    Collection<StoredCell> cells() {
        return cells.values();
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Whether the row exists at this time: any cell of it is live. */
    boolean isLive(long now) {
        return cells.values().stream().anyMatch(cell -> cell.isLive(now));
    }

    /** Drops expired cells; true when there were any. */
    boolean removeExpired(long now) {
        return cells.values().removeIf(cell -> !cell.isLive(now));
    }
}
