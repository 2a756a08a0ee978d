package io.guildhall.voicemedia;

/** {@code 1337CAFE} and four bytes, answered with {@code 1337F00D} and the same four: how clients measure the way. */
public final class Ping {
    public static final int LENGTH = 8;

    private static final int QUESTION = 0x1337CAFE;
    private static final int ANSWER = 0x1337F00D;

    private Ping() {}

    static boolean is(byte[] packet, int length) {
        return length == LENGTH && Bytes.int32(packet, 0) == QUESTION;
    }

    /** Makes the answer of a ping, in place. */
    public static void answer(byte[] ping) {
        Bytes.putInt32(ping, 0, ANSWER);
    }
}
