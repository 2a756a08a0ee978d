package io.guildhall.tests.simulation.gateway;

import io.guildhall.gateway.connection.GatewayEndpoint;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** The endpoint's callbacks, which are for Quarkus alone. */
record Door(GatewayEndpoint endpoint) {
    void open(WebSocketConnection socket) {
        call("open", new Class<?>[] {WebSocketConnection.class}, socket);
    }

    void text(WebSocketConnection socket, String text) {
        call("text", new Class<?>[] {WebSocketConnection.class, String.class}, socket, text);
    }

    void closed(WebSocketConnection socket, CloseReason reason) {
        call("closed", new Class<?>[] {WebSocketConnection.class, CloseReason.class}, socket, reason);
    }

    private void call(String name, Class<?>[] types, Object... arguments) {
        try {
            Method method = GatewayEndpoint.class.getDeclaredMethod(name, types);
            method.setAccessible(true);
            method.invoke(endpoint, arguments);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
