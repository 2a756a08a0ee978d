package io.guildhall.voicemedia;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * How a client that talks over UDP learns from where its packets come: it sends 74 bytes with its SSRC and gets as many back, with its
 * address and its port in them.
 */
public final class IpDiscovery {
    /** Of the question and of the answer. */
    public static final int LENGTH = 74;

    private static final int QUESTION = 1;
    private static final int ANSWER = 2;
    /** What follows the type and this length itself. */
    private static final int REST = 70;

    private static final int SSRC_AT = 4;
    private static final int ADDRESS_AT = 8;
    private static final int PORT_AT = 72;

    private IpDiscovery() {}

    static boolean asks(byte[] packet, int length) {
        return length == LENGTH && Bytes.unsigned16(packet, 0) == QUESTION && Bytes.unsigned16(packet, 2) == REST;
    }

    /** Whose address is asked for. */
    public static int ssrc(byte[] question) {
        return Bytes.int32(question, SSRC_AT);
    }

    /** Makes the answer of a question, in place. */
    public static void answer(byte[] question, String address, int port) {
        byte[] text = address.getBytes(US_ASCII);
        if (text.length >= PORT_AT - ADDRESS_AT) {
            throw new IllegalArgumentException("no address is that long");
        }
        Bytes.putInt16(question, 0, ANSWER);
        Arrays.fill(question, ADDRESS_AT, PORT_AT, (byte) 0);
        System.arraycopy(text, 0, question, ADDRESS_AT, text.length);
        Bytes.putInt16(question, PORT_AT, port);
    }
}
