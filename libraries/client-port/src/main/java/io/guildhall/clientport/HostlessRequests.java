package io.guildhall.clientport;

import io.guildhall.model.error.ApiException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.VertxException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The router refuses requests without a host, or with one that is no host, before any route (RFC 9112, 3.2); this is its answer. */
@ApplicationScoped
class HostlessRequests {
    /** Before the failure handlers of every other route. */
    private static final int FIRST = -2_000;

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(HostlessRequests::answer);
    }

    private static void answer(RoutingContext routing) {
        boolean byTheRouter = routing.failure() == null || routing.failure() instanceof VertxException;
        if (byTheRouter && routing.statusCode() == HttpResponseStatus.BAD_REQUEST.code()) {
            Refusals.answer(routing, ApiException.badRequest());
        } else {
            routing.next();
        }
    }
}
