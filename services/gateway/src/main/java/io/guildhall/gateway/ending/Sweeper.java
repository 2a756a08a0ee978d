package io.guildhall.gateway.ending;

import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.connection.OpenConnections;
import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.gateway.session.Lane;
import io.guildhall.observability.process.Guard;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * Looks for clients that fell silent and for sessions that nobody resumed. One pass over all of them now and then instead
 * of a timer for each, which would cost memory per connection.
 */
@ApplicationScoped
public class Sweeper {
    private static final long SHORTEST_PAUSE = 20;
    private static final long LONGEST_PAUSE = 1_000;
    /** Passes in the time that matters. */
    private static final long PASSES = 10;

    private final Vertx vertx;
    private final SessionRegistry registry;
    private final OpenConnections connections;
    private final Clock clock;
    private final long resumeTimeout;
    private final long pause;
    private long timer;

    public Sweeper(
            Vertx vertx, SessionRegistry registry, OpenConnections connections, Clock clock, GatewayConfig config) {
        this.vertx = vertx;
        this.registry = registry;
        this.connections = connections;
        this.clock = clock;
        this.resumeTimeout = config.replay().timeout().toMillis();
        long shortest = Math.min(resumeTimeout, config.heartbeatInterval().toMillis());
        this.pause = Math.clamp(shortest / PASSES, SHORTEST_PAUSE, LONGEST_PAUSE);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(pause, id -> Guard.PROCESS.run("Looking for silent clients", this::sweep));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void sweep() {
        connections.closeSilent();
        long before = clock.millis() - resumeTimeout;
        for (Lane lane : registry.lanes().all()) {
            lane.runLater(() -> lane.detachedBefore(before).forEach(session -> session.run(() -> lane.end(session))));
        }
    }
}
