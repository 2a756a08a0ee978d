package io.guildhall.gateway.etf;

import io.netty.buffer.ByteBuf;

/** The parts of a dispatch as a term around the event's own. Keys and the event's name are atoms, as this node's other messages have. */
public final class TermHead {
    /** Nil. */
    public static final byte[] NOTHING = write(out -> out.atom("nil"));
    /** The entry of the opcode. */
    public static final byte[] OPCODE = write(TermHead::opcode);
    /** The entry of the opcode, and the key of an entry that says nothing. */
    public static final byte[] OPCODE_AND_PADDING = write(out -> {
        opcode(out);
        out.atom("_");
    });

    private static final int HEAD = 64;
    private static final int SMALLEST_KIND = 255;

    private TermHead() {}

    /** Writes into a buffer. */
    private interface Writing {
        void to(TermBuffer out);
    }

    /** The beginning of a map of so many entries, its event's name and the key of its sequence number. */
    public static byte[] beforeSequence(String name, int entries) {
        return write(out -> {
            out.tag(Tag.VERSION);
            out.tag(Tag.MAP);
            out.count(entries);
            out.atom("t");
            out.atom(name);
            out.atom("s");
        });
    }

    /** The key of the event's data, and the data. */
    public static byte[] data(byte[] json) {
        return TermWriter.entry("d", json);
    }

    /** What precedes a text of so many bytes. */
    public static byte[] textOf(int length) {
        return write(out -> {
            out.tag(Tag.BINARY);
            out.count(length);
        });
    }

    /** Writes a number that is not negative without making anything but the bytes. */
    public static void writeCount(ByteBuf out, long value) {
        if (value <= SMALLEST_KIND) {
            out.writeByte(Tag.SMALL_INTEGER).writeByte((int) value);
        } else if (value <= Integer.MAX_VALUE) {
            out.writeByte(Tag.INTEGER).writeInt((int) value);
        } else {
            int length = magnitude(value);
            out.writeByte(Tag.SMALL_BIG).writeByte(length).writeByte(0);
            for (int index = 0; index < length; index++) {
                out.writeByte((int) (value >>> (Byte.SIZE * index)));
            }
        }
    }

    /** How many bytes {@link #writeCount} writes. */
    public static int countSize(long value) {
        if (value <= SMALLEST_KIND) {
            return 2;
        }
        return value <= Integer.MAX_VALUE ? 1 + Integer.BYTES : 3 + magnitude(value);
    }

    private static int magnitude(long value) {
        return (Long.SIZE - Long.numberOfLeadingZeros(value) + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static void opcode(TermBuffer out) {
        out.atom("op");
        out.integer(0);
    }

    private static byte[] write(Writing writing) {
        TermBuffer out = new TermBuffer(HEAD);
        writing.to(out);
        return out.toArray();
    }
}
