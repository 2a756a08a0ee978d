package io.guildhall.outgoing;

import io.guildhall.outgoing.OutgoingException.Reason;
import java.net.URI;
import java.util.Locale;

/**
 * An address that can be called.
 *
 * @param host in lower case; an IPv6 address in brackets
 * @param path with the query, as it is sent
 */
record Target(URI url, boolean secure, String host, int port, String path) {
    private static final int MOST = 4096;
    private static final int LARGEST_PORT = 65_535;

    static Target of(URI url) throws OutgoingException {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        String host = url.getHost();
        if (!(secure || scheme.equals("http")) || host == null || url.getRawUserInfo() != null) {
            throw new OutgoingException(Reason.ADDRESS, "no address that can be called");
        }
        int port = url.getPort() == -1 ? (secure ? 443 : 80) : url.getPort();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String whole = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        if (port < 1 || port > LARGEST_PORT || whole.length() > MOST) {
            throw new OutgoingException(Reason.ADDRESS, "no address that can be called");
        }
        return new Target(url, secure, host.toLowerCase(Locale.ROOT), port, whole);
    }
}
