package io.guildhall.gateway;

import io.guildhall.model.rpc.GatewayAck;
import io.guildhall.model.rpc.MutinyGatewayNodeGrpc;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.model.rpc.TakeOverReply;
import io.guildhall.model.rpc.TakeOverRequest;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The service for other processes. */
@GrpcService
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class GatewayNodeEndpoint extends MutinyGatewayNodeGrpc.GatewayNodeImplBase {
    private final GatewayNodeService service;

    public GatewayNodeEndpoint(GatewayNodeService service) {
        this.service = service;
    }

    @Override
    public Multi<GatewayAck> deliver(Multi<RelayFrame> request) {
        return service.deliver(request);
    }

    @Override
    public Uni<TakeOverReply> takeOver(TakeOverRequest request) {
        return service.takeOver(request);
    }
}
