package io.guildhall.guild.collection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes small values in few bytes, for {@link ByteReader}. */
public final class ByteWriter {
    static final int TEXT = 0;
    static final int HASH = 1;
    static final int ANIMATED_HASH = 2;
    static final String ANIMATED = "a_";
    static final int HASH_BYTES = 16;

    private byte[] bytes = new byte[256];
    private int size;

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** One byte for what is below 128, nine or ten for what is largest. */
    public void number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number that may be below zero. */
    public void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    public void text(String value) {
        raw(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text that mostly is the hash of a picture: 32 hexadecimal digits, with a_ before them when the picture moves. */
    public void hash(String value) {
        boolean animated = value.startsWith(ANIMATED);
        int from = animated ? ANIMATED.length() : 0;
        if (!isHash(value, from)) {
            number(TEXT);
            text(value);
            return;
        }
        number(animated ? ANIMATED_HASH : HASH);
        room(HASH_BYTES);
        for (int index = 0; index < HASH_BYTES; index++) {
            int at = from + 2 * index;
            bytes[size++] =
                    (byte) (Character.digit(value.charAt(at), 16) << 4 | Character.digit(value.charAt(at + 1), 16));
        }
    }

    /** Bytes with their length before them. */
    public void raw(byte[] value) {
        number(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private static boolean isHash(String value, int from) {
        if (value.length() - from != 2 * HASH_BYTES) {
            return false;
        }
        for (int index = from; index < value.length(); index++) {
            char digit = value.charAt(index);
            if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
