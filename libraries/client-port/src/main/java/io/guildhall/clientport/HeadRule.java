package io.guildhall.clientport;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the head of a request has to be before anybody is asked about it, and what is answered where it is not. */
final class HeadRule {
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private static final Set<HttpVersion> VERSIONS = Set.of(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1);

    /** What is encoded is so in full, in the query as well: routers give up on what is not, each with an answer of its own. */
    private static final Pattern PATH =
            Pattern.compile("(?:[^%?\\\\\\x00-\\x20\\x7f]++|%[0-9a-fA-F]{2})++(?:\\?(?:[^%]++|%[0-9a-fA-F]{2})*+)?");

    private HeadRule() {}

    /** Why the request is refused; empty when nothing is wrong with its head. */
    static Optional<HttpResponseStatus> objection(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(malformed(request.decoderResult().cause()));
        }
        if (!VERSIONS.contains(request.protocolVersion())) {
            return Optional.of(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED);
        }
        if (!METHODS.contains(request.method())) {
            return Optional.of(HttpResponseStatus.METHOD_NOT_ALLOWED);
        }
        boolean clear = !request.headers().contains("") && isTarget(request);
        return clear ? Optional.empty() : Optional.of(HttpResponseStatus.BAD_REQUEST);
    }

    private static HttpResponseStatus malformed(Throwable why) {
        return switch (why) {
            case TooLongHttpHeaderException headers -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            case TooLongHttpLineException line -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
            default -> HttpResponseStatus.BAD_REQUEST;
        };
    }

    /** A path, or a whole address for the same host as the header says: two servers in a row may go by one each. */
    private static boolean isTarget(HttpRequest request) {
        String target = request.uri();
        if (target.startsWith("/")) {
            return PATH.matcher(target).matches();
        }
        try {
            URI whole = new URI(target);
            String host = request.headers().get(HttpHeaderNames.HOST);
            return isHttp(whole.getScheme())
                    && whole.getHost() != null
                    && whole.getRawUserInfo() == null
                    && whole.getRawAuthority().equalsIgnoreCase(host);
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static boolean isHttp(String scheme) {
        String name = scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
        return name.equals("http") || name.equals("https");
    }
}
