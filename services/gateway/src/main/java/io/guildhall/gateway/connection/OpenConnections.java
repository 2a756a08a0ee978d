package io.guildhall.gateway.connection;

import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.model.gateway.CloseCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of this node, as many as may be open. Finds those whose client is gone without a word. */
@ApplicationScoped
public class OpenConnections {
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private final long longestSilence;
    private final long longestWait;

    public OpenConnections(GatewayConfig config, Clock clock) {
        this.clock = clock;
        this.longestSilence = config.heartbeatInterval().toMillis() * 3 / 2;
        this.longestWait = config.identify().timeout().toMillis();
    }

    void add(Connection connection) {
        connections.add(connection);
    }

    void remove(Connection connection) {
        connections.remove(connection);
    }

    public Collection<Connection> all() {
        return List.copyOf(connections);
    }

    /**
     * Closes the connections that sent no heartbeat for one and a half intervals, whose sessions can be resumed, and those that
     * never say who they are.
     */
    public void closeSilent() {
        long now = clock.millis();
        for (Connection connection : connections) {
            if (now - connection.lastHeartbeat() > longestSilence || now - connection.openSince() > longestWait) {
                connection.run(() -> connection.timedOut(CloseCode.SESSION_TIMED_OUT));
            }
        }
    }
}
