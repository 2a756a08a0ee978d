package io.guildhall.clientport;

import io.guildhall.model.error.ApiException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Answers in the form of every other error for what never comes to a route; the connection ends with them. */
final class Refusals {
    private Refusals() {}

    static void answer(RoutingContext routing, ApiException refusal) {
        routing.response()
                .setStatusCode(refusal.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(Buffer.buffer(refusal.toBody().toString()))
                .onComplete(sent -> routing.request().connection().close());
    }
}
