package io.guildhall.outgoing;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * What came back.
 *
 * @param url that answered, after redirects
 * @param headers the first value of each, by its name in lower case
 */
public record OutgoingAnswer(URI url, int status, Map<String, String> headers, byte[] body) {
    /** Empty when there is no such header. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
