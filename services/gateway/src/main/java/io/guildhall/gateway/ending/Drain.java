package io.guildhall.gateway.ending;

import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.connection.Connection;
import io.guildhall.gateway.connection.OpenConnections;
import io.guildhall.gateway.handover.Parking;
import io.guildhall.gateway.lifecycle.Departures;
import io.guildhall.gateway.lifecycle.Draining;
import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.gateway.session.Lane;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The way down: other nodes are told, no new client comes in, and every client is asked to reconnect, a bounded number in
 * each second so that the other nodes are not overrun. The node stays until its sessions were fetched, or until the
 * patience is over; where there is no other gateway only until the clients have gone. What nobody fetched is parked then, and over where
 * that can't be.
 */
@ApplicationScoped
public class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    /** Before everything that services do on the way down: they are still needed. The servers are still up as well. */
    private static final int EARLY = 1;

    private static final long STEP_MILLIS = 50;

    private final Draining draining;
    private final Discovery discovery;
    private final SessionRegistry registry;
    private final OpenConnections connections;
    private final Departures departures;
    private final Parking parking;
    private final Clock clock;
    private final GatewayConfig.Drain config;

    public Drain(
            Draining draining,
            Discovery discovery,
            SessionRegistry registry,
            OpenConnections connections,
            Departures departures,
            Parking parking,
            Clock clock,
            GatewayConfig config) {
        this.draining = draining;
        this.discovery = discovery;
        this.registry = registry;
        this.connections = connections;
        this.departures = departures;
        this.parking = parking;
        this.clock = clock;
        this.config = config.drain();
    }

    void stop(@Observes @Priority(EARLY) ShutdownDelayInitiatedEvent event) throws InterruptedException {
        draining.begin();
        if (registry.lanes().sessionCount() == 0 && connections.all().isEmpty()) {
            return;
        }
        discovery.drain(Role.GATEWAY);
        long deadline = clock.millis() + config.timeout().toMillis();
        LOG.infof("Asking %d clients to reconnect", connections.all().size());
        askAll(deadline);
        while (clock.millis() < deadline && somethingLeft()) {
            Thread.sleep(STEP_MILLIS);
        }
        parking.parkAll();
        endRest();
    }

    private void askAll(long deadline) throws InterruptedException {
        int inStep = Math.max(1, (int) (config.perSecond() * STEP_MILLIS / 1_000));
        List<Connection> all = new ArrayList<>(connections.all());
        for (int from = 0; from < all.size(); from += inStep) {
            List<Connection> step = all.subList(from, Math.min(all.size(), from + inStep));
            step.forEach(Connection::reconnect);
            if (clock.millis() < deadline && from + inStep < all.size()) {
                Thread.sleep(STEP_MILLIS);
            }
        }
    }

    private boolean somethingLeft() {
        boolean elsewhere = discovery.nodes(Role.GATEWAY).stream()
                .filter(node -> !node.id().equals(registry.node()))
                .anyMatch(node -> !node.draining());
        return !connections.all().isEmpty() || elsewhere && registry.lanes().sessionCount() > 0;
    }

    /** What nobody fetched is over: the owners hear it now rather than by a broken stream. */
    private void endRest() throws InterruptedException {
        List<Lane> lanes = List.copyOf(registry.lanes().all());
        CountDownLatch done = new CountDownLatch(lanes.size());
        for (Lane lane : lanes) {
            lane.runLater(() -> {
                for (Session session : lane.sessions()) {
                    session.run(() -> {
                        session.closeOutlet();
                        lane.end(session);
                    });
                }
                done.countDown();
            });
        }
        done.await(STEP_MILLIS * 20, TimeUnit.MILLISECONDS);
        departures.send();
    }
}
