package io.guildhall.outgoing;

import java.net.URI;
import java.util.Map;

/**
 * A call to an address that a user named.
 *
 * @param body empty for a GET, else it is a POST
 */
public record OutgoingRequest(URI url, Map<String, String> headers, byte[] body, Bounds bounds) {
    private static final byte[] NOTHING = {};

    public static OutgoingRequest get(URI url, Map<String, String> headers, Bounds bounds) {
        return new OutgoingRequest(url, headers, NOTHING, bounds);
    }

    boolean isPost() {
        return body.length > 0;
    }
}
