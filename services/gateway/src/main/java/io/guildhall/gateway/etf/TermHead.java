package io.guildhall.gateway.etf;

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

    public static byte[] integer(long value) {
        return write(out -> out.integer(value));
    }

    public static int integerSize(long value) {
        return integer(value).length;
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
