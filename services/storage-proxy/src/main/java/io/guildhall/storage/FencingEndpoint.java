package io.guildhall.storage;

import io.guildhall.model.rpc.ClaimedReply;
import io.guildhall.model.rpc.ClaimedRequest;
import io.guildhall.model.rpc.MutinyStorageFencingGrpc;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** What owners tell this proxy of their claims. */
@GrpcService
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class FencingEndpoint extends MutinyStorageFencingGrpc.StorageFencingImplBase {
    private final StorageService storage;

    public FencingEndpoint(StorageService storage) {
        this.storage = storage;
    }

    @Override
    public Uni<ClaimedReply> claimed(ClaimedRequest request) {
        return storage.claimed(request);
    }
}
