package io.guildhall.gateway.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The frames that are not dispatches. */
public final class Frames {
    public static final byte[] HEARTBEAT_ACK = bytes("{\"t\":null,\"s\":null,\"op\":11,\"d\":null}");
    public static final byte[] RECONNECT = bytes("{\"t\":null,\"s\":null,\"op\":7,\"d\":null}");
    private static final byte[] INVALID = bytes("{\"t\":null,\"s\":null,\"op\":9,\"d\":false}");
    private static final byte[] INVALID_RESUMABLE = bytes("{\"t\":null,\"s\":null,\"op\":9,\"d\":true}");

    private Frames() {}

    public static byte[] hello(long heartbeatMillis) {
        return bytes("{\"t\":null,\"s\":null,\"op\":10,\"d\":{\"heartbeat_interval\":" + heartbeatMillis
                + ",\"_trace\":[\"[\\\"guildhall\\\",{}]\"]}}");
    }

    public static byte[] invalidSession(boolean resumable) {
        return resumable ? INVALID_RESUMABLE : INVALID;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
