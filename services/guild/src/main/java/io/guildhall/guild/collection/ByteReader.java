package io.guildhall.guild.collection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads what a {@link ByteWriter} wrote, in the same order. */
public final class ByteReader {
    private final byte[] bytes;
    private int at;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    public long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    public String text() {
        int length = (int) number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    public String hash() {
        int kind = (int) number();
        if (kind == ByteWriter.TEXT) {
            return text();
        }
        at += ByteWriter.HASH_BYTES;
        String digits = HexFormat.of().formatHex(bytes, at - ByteWriter.HASH_BYTES, at);
        return kind == ByteWriter.ANIMATED_HASH ? ByteWriter.ANIMATED + digits : digits;
    }

    public byte[] raw() {
        int length = (int) number();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }
}
