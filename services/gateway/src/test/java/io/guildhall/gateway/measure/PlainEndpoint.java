package io.guildhall.gateway.measure;

import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A connection as WebSockets Next gives it, to compare with. */
@WebSocket(path = "/plain")
public class PlainEndpoint {
    static final Collection<Opened> CONNECTIONS = new ConcurrentLinkedQueue<>();

    /** A connection and the context of its event loop. */
    record Opened(WebSocketConnection connection, Context context) {}

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection) {
        CONNECTIONS.add(new Opened(connection, Vertx.currentContext()));
    }

    @OnTextMessage
    @NonBlocking
    void text(String message) {
        // Clients of the measurement say nothing.
    }
}
