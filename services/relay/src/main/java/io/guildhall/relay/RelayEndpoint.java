package io.guildhall.relay;

import io.guildhall.model.rpc.MutinyRelayGrpc;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.RelayNotice;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;

/** The relay over gRPC; left out of an application that has every service in one process. */
@GrpcService
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class RelayEndpoint extends MutinyRelayGrpc.RelayImplBase {
    private final RelayService service;

    RelayEndpoint(RelayService service) {
        this.service = service;
    }

    @Override
    public Multi<RelayNotice> deliver(Multi<OwnerFrame> frames) {
        return service.deliver(frames);
    }
}
