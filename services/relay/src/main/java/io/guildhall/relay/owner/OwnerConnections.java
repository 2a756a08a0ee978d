package io.guildhall.relay.owner;

import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.observability.process.Guard;
import io.guildhall.relay.gateway.Delays;
import io.guildhall.relay.gateway.GatewayLinks;
import io.guildhall.relay.gateway.Outgoing;
import io.guildhall.relay.metrics.RelayMetrics;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The streams of the owners. An owner whose stream ended may come back in time and find its audiences as they were. */
public final class OwnerConnections {
    private static final Logger LOG = Logger.getLogger(OwnerConnections.class);

    private final LocalAudiences audiences;
    private final GatewayLinks links;
    private final Delays delays;
    private final Duration grace;
    private final RelayMetrics metrics;

    public OwnerConnections(
            LocalAudiences audiences, GatewayLinks links, Delays delays, Duration grace, RelayMetrics metrics) {
        this.audiences = audiences;
        this.links = links;
        this.delays = delays;
        this.grace = grace;
        this.metrics = metrics;
    }

    public Multi<RelayNotice> connect(Multi<OwnerFrame> frames) {
        return Multi.createFrom().emitter(emitter -> read(frames, emitter));
    }

    private void read(Multi<OwnerFrame> frames, MultiEmitter<? super RelayNotice> emitter) {
        OwnerStream owner = new OwnerStream(emitter, delays);
        frames.subscribe().with(frame -> accept(frame, owner), failure -> ended(owner), () -> ended(owner));
    }

    /**
     * Takes a frame in: once everything that follows from it is in the windows of the gateway nodes, each of which has an end of
     * its own, the owner may send the next. One bad frame must not end the stream, on which thousands of other actors
     * depend; the actor that it belongs to begins anew here, since its sessions have a gap now.
     */
    private void accept(OwnerFrame frame, OwnerStream owner) {
        Outgoing outgoing = metrics.counting(links.outgoing());
        Guard.PROCESS.run(() -> accept(frame, owner, outgoing), failure -> cut(frame, owner, failure));
        Guard.PROCESS.run("Sending frames to gateway nodes", outgoing::flush);
        owner.taking(frame.getNumber());
        outgoing.whenWithinWindows(() -> owner.taken(frame.getNumber()));
    }

    private void accept(OwnerFrame frame, OwnerStream owner, Outgoing outgoing) {
        long began = System.nanoTime();
        audiences.accept(frame, owner, outgoing);
        if (frame.hasEvent()) {
            metrics.selected(System.nanoTime() - began);
        }
    }

    private void cut(OwnerFrame frame, OwnerStream owner, Throwable failure) {
        LOG.errorf(
                failure,
                "A frame of %s %d failed; its sessions join anew",
                frame.getActor().getKind(),
                frame.getActor().getId());
        audiences.cut(frame, owner);
    }

    private void ended(OwnerStream owner) {
        owner.end();
        delays.later(grace, () -> {
            int evicted = audiences.evict(owner);
            if (evicted > 0) {
                LOG.infof("%d audiences of an owner that did not come back are forgotten", evicted);
            }
        });
    }
}
