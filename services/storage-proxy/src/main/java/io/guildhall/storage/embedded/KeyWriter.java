package io.guildhall.storage.embedded;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Value;
import java.io.ByteArrayOutputStream;

/**
 * Writes key parts so that the unsigned order of the bytes is the order of the values, and no part is a prefix of
 * another. Text and blobs end with two zero bytes; a zero byte within them is followed by 0xFF.
 */
final class KeyWriter {
    private static final int ESCAPED_ZERO = 0xFF;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32);
    /** Flips every bit of what follows, which reverses its order. */
    private int mask;

    void reverseOrder() {
        mask = 0xFF;
    }

    void write(Value value) {
        switch (value.getKindCase()) {
            case LONG_VALUE -> writeLong(value.getLongValue() ^ Long.MIN_VALUE);
            case DOUBLE_VALUE -> writeLong(sortableBits(value.getDoubleValue()));
            case BOOLEAN_VALUE -> writeByte(value.getBooleanValue() ? 1 : 0);
            case TEXT_VALUE -> writeEscaped(value.getTextValueBytes());
            case BLOB_VALUE -> writeEscaped(value.getBlobValue());
            case LONG_LIST, KIND_NOT_SET ->
                throw new IllegalArgumentException("a key part cannot be " + value.getKindCase());
        }
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    private void writeByte(int value) {
        bytes.write(value ^ mask);
    }

    private void writeLong(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            writeByte((int) (value >>> shift));
        }
    }

    private void writeEscaped(ByteString text) {
        for (int index = 0; index < text.size(); index++) {
            int value = text.byteAt(index);
            writeByte(value);
            if (value == 0) {
                writeByte(ESCAPED_ZERO);
            }
        }
        writeByte(0);
        writeByte(0);
    }

    /** Negative numbers have all bits flipped and positive ones the sign, which orders both as unsigned numbers. */
    private static long sortableBits(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }
}
