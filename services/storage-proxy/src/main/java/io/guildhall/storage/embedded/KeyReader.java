package io.guildhall.storage.embedded;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.ColumnType;

/** Reads back what {@link KeyWriter} wrote. */
final class KeyReader {
    private final byte[] bytes;
    private int position;
    private int mask;

    KeyReader(byte[] bytes) {
        this.bytes = bytes;
    }

    void reverseOrder() {
        mask = 0xFF;
    }

    Value read(ColumnType type) {
        Value.Builder value = Value.newBuilder();
        return switch (type) {
            case LONG -> value.setLongValue(readLong() ^ Long.MIN_VALUE).build();
            case DOUBLE -> value.setDoubleValue(readDouble()).build();
            case BOOLEAN -> value.setBooleanValue(readByte() == 1).build();
            case TEXT -> value.setTextValueBytes(readEscaped()).build();
            case BLOB -> value.setBlobValue(readEscaped()).build();
            case LONG_LIST -> throw new IllegalArgumentException("a key part cannot be a list");
        };
    }

    private int readByte() {
        return (bytes[position++] ^ mask) & 0xFF;
    }

    private long readLong() {
        long value = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            value = value << Byte.SIZE | readByte();
        }
        return value;
    }

    private double readDouble() {
        long bits = readLong();
        return Double.longBitsToDouble(bits < 0 ? bits ^ Long.MIN_VALUE : ~bits);
    }

    private ByteString readEscaped() {
        ByteString.Output text = ByteString.newOutput();
        while (true) {
            int value = readByte();
            if (value == 0 && readByte() == 0) {
                return text.toByteString();
            }
            text.write(value);
        }
    }
}
