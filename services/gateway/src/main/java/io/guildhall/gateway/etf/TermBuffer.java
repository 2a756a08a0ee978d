package io.guildhall.gateway.etf;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Terms written one after the other into memory that grows. */
final class TermBuffer {
    private static final int SMALLEST = 64;
    private static final int LARGEST_SMALL_INTEGER = 255;

    private byte[] bytes;
    private int size;

    TermBuffer(int expected) {
        bytes = new byte[Math.max(SMALLEST, expected)];
    }

    int size() {
        return size;
    }

    /** Forgets what was written from this position on. */
    void rewind(int position) {
        size = position;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    void tag(int tag) {
        room(1);
        bytes[size] = (byte) tag;
        size++;
    }

    /** A count of four bytes; where it stands, so that it can be set when it is known. */
    int count(int count) {
        room(Integer.BYTES);
        size += Integer.BYTES;
        setCount(size - Integer.BYTES, count);
        return size - Integer.BYTES;
    }

    void setCount(int position, int count) {
        for (int index = 0; index < Integer.BYTES; index++) {
            bytes[position + index] = (byte) (count >>> (Integer.SIZE - Byte.SIZE * (index + 1)));
        }
    }

    void raw(byte[] content) {
        room(content.length);
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
    }

    void binary(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        tag(Tag.BINARY);
        count(content.length);
        raw(content);
    }

    /** An atom of at most 255 letters of ASCII. */
    void atom(String name) {
        byte[] content = name.getBytes(StandardCharsets.US_ASCII);
        tag(Tag.SMALL_ATOM);
        tag(content.length);
        raw(content);
    }

    void integer(long value) {
        if (value >= 0 && value <= LARGEST_SMALL_INTEGER) {
            tag(Tag.SMALL_INTEGER);
            tag((int) value);
        } else if (value == (int) value) {
            tag(Tag.INTEGER);
            count((int) value);
        } else {
            integer(BigInteger.valueOf(value));
        }
    }

    /** A number of any size, least significant byte first. */
    void integer(BigInteger value) {
        byte[] magnitude = value.abs().toByteArray();
        int first = magnitude[0] == 0 && magnitude.length > 1 ? 1 : 0;
        int length = magnitude.length - first;
        if (length <= LARGEST_SMALL_INTEGER) {
            tag(Tag.SMALL_BIG);
            tag(length);
        } else {
            tag(Tag.LARGE_BIG);
            count(length);
        }
        tag(value.signum() < 0 ? 1 : 0);
        for (int index = magnitude.length - 1; index >= first; index--) {
            tag(magnitude[index]);
        }
    }

    void decimal(double value) {
        long bits = Double.doubleToLongBits(value);
        tag(Tag.NEW_FLOAT);
        count((int) (bits >>> Integer.SIZE));
        count((int) bits);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
