package io.guildhall.gateway;

import io.guildhall.gateway.fanin.FrameRouter;
import io.guildhall.gateway.fanin.FrameStream;
import io.guildhall.gateway.handover.Handover;
import io.guildhall.gateway.lifecycle.GatewayMeasures;
import io.guildhall.gateway.lifecycle.RelayGreetings;
import io.guildhall.gateway.lifecycle.SessionRegistry;
import io.guildhall.model.rpc.GatewayAck;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.model.rpc.TakeOverReply;
import io.guildhall.model.rpc.TakeOverRequest;
import io.guildhall.observability.trace.Traces;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;

/**
 * What relays and other gateway nodes ask of this one. There from the start, so that a node without clients reports that it
 * has none.
 */
@Startup
@ApplicationScoped
@Typed(GatewayNodeService.class)
public class GatewayNodeService implements GatewayNode {
    private final FrameRouter router;
    private final Handover handover;

    public GatewayNodeService(
            SessionRegistry registry,
            RelayGreetings greetings,
            Handover handover,
            Traces traces,
            GatewayMeasures measures) {
        this.router = new FrameRouter(registry.lanes(), greetings::greeted, traces, measures::delivered);
        this.handover = handover;
    }

    @Override
    public Multi<GatewayAck> deliver(Multi<RelayFrame> frames) {
        return FrameStream.acknowledge(frames, router);
    }

    @Override
    public Uni<TakeOverReply> takeOver(TakeOverRequest request) {
        return handover.release(request);
    }
}
