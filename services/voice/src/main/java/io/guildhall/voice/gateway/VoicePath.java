package io.guildhall.voice.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Clients put {@code /?v=8} or {@code ?v=8} behind the address that they were told, which may be a host alone: a WebSocket at the root is one
 * of voice, too.
 */
@ApplicationScoped
class VoicePath {
    /** Before every other route. */
    private static final int FIRST = -1_000;

    private static final String WEBSOCKET = "websocket";

    void register(@Observes Router router) {
        router.route("/").order(FIRST).handler(VoicePath::lead);
        router.route(VoiceEndpoint.PATH + "/").order(FIRST).handler(VoicePath::lead);
    }

    private static void lead(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = context.normalizedPath();
        boolean elsewhere = path.equals("/") || path.equals(VoiceEndpoint.PATH + "/");
        if (elsewhere && WEBSOCKET.equalsIgnoreCase(request.getHeader(HttpHeaderNames.UPGRADE))) {
            String query = request.query();
            context.reroute(query == null ? VoiceEndpoint.PATH : VoiceEndpoint.PATH + "?" + query);
        } else {
            context.next();
        }
    }
}
