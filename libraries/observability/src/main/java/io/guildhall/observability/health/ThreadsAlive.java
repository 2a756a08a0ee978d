package io.guildhall.observability.health;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive means that work can still be done: every event loop runs what it is given, and so does the scheduler of virtual
 * threads, on which actors run. A process in which one of them stands still for long is better started anew.
 */
@Liveness
@Singleton
public class ThreadsAlive implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Probe> eventLoops = new ArrayList<>();
    private final Probe virtualThreads;

    ThreadsAlive(Vertx vertx, Clock clock) {
        for (EventExecutor loop : vertx.nettyEventLoopGroup()) {
            eventLoops.add(new Probe(loop, clock, PATIENCE));
        }
        virtualThreads = new Probe(task -> Thread.ofVirtual().start(task), clock, PATIENCE);
    }

    @Override
    public HealthCheckResponse call() {
        long stuck = eventLoops.stream().filter(loop -> !loop.alive()).count();
        boolean actors = virtualThreads.alive();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("threads")
                .withData("event loops that stand still", stuck)
                .withData("virtual threads run", actors);
        return response.status(stuck == 0 && actors).build();
    }
}
