package io.guildhall.api.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.route.Percent;
import java.util.Base64;
import java.util.Locale;

/** An application's id and secret in HTTP Basic, RFC 6749: put where they stand when they come in the body, so that one place reads them. */
final class BasicClient {
    private static final String SCHEME = "basic ";

    private BasicClient() {}

    /** The header counts for more than the body. */
    static void addTo(JsonNode body, String authorization) {
        if (authorization == null
                || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                || !(body instanceof ObjectNode fields)) {
            return;
        }
        String pair = decode(authorization.substring(SCHEME.length()).strip());
        int colon = pair.indexOf(':');
        fields.put("client_id", part(colon < 0 ? pair : pair.substring(0, colon)));
        fields.put("client_secret", part(colon < 0 ? "" : pair.substring(colon + 1)));
    }

    /** What is no base64 names nobody. */
    private static String decode(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }

    private static String part(String text) {
        return Percent.decode(text, true).orElse(text);
    }
}
