package io.guildhall.gateway.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A session's presence as owners hear it while the session waits to be resumed: others of the user count before it. */
final class WaitingPresence {
    private static final byte[] ALONE = "{\"waiting\":true}".getBytes(US_ASCII);
    private static final byte[] FIRST = "{\"waiting\":true,".getBytes(US_ASCII);

    private WaitingPresence() {}

    /** @param presence a JSON object with fields, or nothing */
    static byte[] of(byte[] presence) {
        if (presence.length == 0) {
            return ALONE;
        }
        byte[] marked = new byte[FIRST.length + presence.length - 1];
        System.arraycopy(FIRST, 0, marked, 0, FIRST.length);
        System.arraycopy(presence, 1, marked, FIRST.length, presence.length - 1);
        return marked;
    }
}
