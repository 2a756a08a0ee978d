package io.guildhall.clientport;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What comes to a route names media types that can be read, if any. Routes read them when the work is done, and would then fail with it. What a
 * client would like to have is passed over where it can't be read (RFC 9110, 12.5.1); a body of such a type is one of no type that
 * anybody takes (8.3).
 */
@ApplicationScoped
class MediaTypes {
    static final String UNKNOWN = "application/octet-stream";

    /** Before bodies and requests are counted. */
    private static final int FIRST = 100_002;

    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]++";
    private static final String WEIGHT = "[qQ]=(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)";
    private static final String PARAMETER = "(?![qQ]=)" + TOKEN + "=(?:[^\\s;,\"]++|\"[^\"\\\\]*+\")";
    private static final String TYPE = TOKEN + "/" + TOKEN;

    private static final Pattern ONE = Pattern.compile(TYPE + "(?:\\s*+;\\s*+(?:" + PARAMETER + ")?)*+");
    private static final Pattern WISH =
            Pattern.compile(TYPE + "(?:\\s*+;\\s*+(?:" + WEIGHT + "|" + PARAMETER + ")?)*+");
    private static final Pattern WISHES = Pattern.compile("\\s*+" + WISH + "(?:\\s*+,\\s*+" + WISH + ")*+\\s*+");

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    clear(routing.request().headers());
                    routing.next();
                },
                FIRST);
    }

    static void clear(MultiMap headers) {
        List<String> wishes = headers.getAll(HttpHeaders.ACCEPT);
        if (!wishes.stream().allMatch(wish -> WISHES.matcher(wish).matches())) {
            headers.remove(HttpHeaders.ACCEPT);
        }
        List<String> types = headers.getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() > 1
                || !types.stream().allMatch(type -> ONE.matcher(type.strip()).matches())) {
            headers.set(HttpHeaders.CONTENT_TYPE, UNKNOWN);
        }
    }
}
