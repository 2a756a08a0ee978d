package io.guildhall.api.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Applications send browsers to {@code /api/oauth2/authorize}, as Discord's documentation says, which clients of the API call too: who
 * wants a page, and has no token, is sent on to the page.
 */
final class BrowserDoor {
    private static final Pattern AUTHORIZE = Pattern.compile("/api(?:/v\\d{1,2})?/oauth2/authorize");

    private BrowserDoor() {}

    /** Empty for what is no browser, or nothing that there is a page of. */
    static Optional<Response> of(HttpServerRequest request) {
        String accepted = request.getHeader("Accept");
        if (accepted == null
                || !accepted.contains("text/html")
                || request.getHeader("Authorization") != null
                || !AUTHORIZE.matcher(request.path()).matches()) {
            return Optional.empty();
        }
        return Optional.of(Response.status(303)
                .header("Location", "/oauth2/authorize" + (request.query() == null ? "" : "?" + request.query()))
                .build());
    }
}
