package io.guildhall.gateway.connection;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Clients append {@code /?v=10} to the gateway's address as often as {@code ?v=10}: both are the same. */
@ApplicationScoped
class TrailingSlash {
    /** Before every other route. */
    private static final int FIRST = -1_000;

    void register(@Observes Router router) {
        router.route(GatewayEndpoint.PATH + "/").order(FIRST).handler(context -> {
            HttpServerRequest request = context.request();
            if (context.normalizedPath().endsWith("/")) {
                String query = request.query();
                context.reroute(query == null ? GatewayEndpoint.PATH : GatewayEndpoint.PATH + "?" + query);
            } else {
                context.next();
            }
        });
    }
}
