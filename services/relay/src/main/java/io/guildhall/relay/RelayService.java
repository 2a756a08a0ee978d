package io.guildhall.relay;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.trace.Traces;
import io.guildhall.relay.config.RelayConfig;
import io.guildhall.relay.gateway.Delays;
import io.guildhall.relay.gateway.GatewayLinks;
import io.guildhall.relay.metrics.RelayMetrics;
import io.guildhall.relay.owner.LocalAudiences;
import io.guildhall.relay.owner.OwnerConnections;
import io.guildhall.relay.owner.TracedFanOut;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.time.Clock;
import java.time.Duration;

/**
 * Fan-out: takes each event once from its owner and sends it to the gateway nodes whose sessions may see it. Knows
 * nothing else: no names, no messages, no store. There from the start, so that a relay that nobody called yet reports that
 * it has no sessions.
 */
@Startup
@ApplicationScoped
@Typed(RelayService.class)
public class RelayService implements Relay {
    private static final Duration CHECK_EVERY = Duration.ofSeconds(1);

    private final LocalAudiences audiences;
    private final GatewayLinks links;
    private final OwnerConnections owners;
    private final Delays delays;

    public RelayService(
            RelayConfig config,
            Clock clock,
            Discovery discovery,
            Peers<GatewayNode> gateways,
            Delays delays,
            RelayMetrics metrics,
            Traces traces) {
        this.delays = delays;
        this.audiences = new LocalAudiences(clock, new TracedFanOut(traces));
        this.links = new GatewayLinks(config, clock, discovery, gateways, delays, gateway -> dropped(gateway, metrics));
        this.owners = new OwnerConnections(audiences, links, delays, config.ownerGrace(), metrics);
        metrics.watch(audiences::sessions, audiences::size, links::unacknowledged);
        checkFromTimeToTime();
    }

    @Override
    public Multi<RelayNotice> deliver(Multi<OwnerFrame> frames) {
        return owners.connect(frames);
    }

    /** How many audiences owners have not given up yet. */
    int audiences() {
        return audiences.size();
    }

    /** Bytes under way to the gateway node to which most are; no more than its window. */
    public long fullestGateway() {
        return links.fullest();
    }

    /** How many gateway nodes were given up because they did not keep up with what was said. */
    public int slowGateways() {
        return links.slow();
    }

    private long[] dropped(String gateway, RelayMetrics metrics) {
        long[] sessions = audiences.dropGateway(gateway);
        metrics.lost(sessions.length);
        return sessions;
    }

    private void checkFromTimeToTime() {
        delays.later(CHECK_EVERY, () -> {
            Guard.PROCESS.run("Checking the gateway nodes", links::check);
            checkFromTimeToTime();
        });
    }
}
