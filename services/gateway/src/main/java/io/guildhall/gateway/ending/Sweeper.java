package io.guildhall.gateway.ending;

import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.connection.OpenConnections;
import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.gateway.session.Lane;
import io.guildhall.observability.process.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

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

    private final SessionRegistry registry;
    private final OpenConnections connections;
    private final Clock clock;
    private final long resumeTimeout;
    private final Rounds rounds;

    public Sweeper(SessionRegistry registry, OpenConnections connections, Clock clock, GatewayConfig config) {
        this.registry = registry;
        this.connections = connections;
        this.clock = clock;
        this.resumeTimeout = config.replay().timeout().toMillis();
        long shortest = Math.min(resumeTimeout, config.heartbeatInterval().toMillis());
        Duration pause = Duration.ofMillis(Math.clamp(shortest / PASSES, SHORTEST_PAUSE, LONGEST_PAUSE));
        this.rounds = Rounds.every(pause, "silent-clients", this::sweep);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.stop();
    }

    private void sweep() {
        connections.closeSilent();
        long before = clock.millis() - resumeTimeout;
        for (Lane lane : registry.lanes().all()) {
            lane.runLater(lane::forgetPassed);
            lane.runLater(() -> lane.detachedBefore(before).forEach(session -> session.run(() -> lane.end(session))));
        }
    }
}
