package io.guildhall.storage;

import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.EndSharingReply;
import io.guildhall.model.rpc.EndSharingRequest;
import io.guildhall.model.rpc.MutinyStorageSharingGrpc;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.stream.Collectors;

/** What other storage nodes tell this one. */
@GrpcService
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class SharingEndpoint extends MutinyStorageSharingGrpc.StorageSharingImplBase {
    private final StorageService storage;

    public SharingEndpoint(StorageService storage) {
        this.storage = storage;
    }

    @Override
    public Uni<EndSharingReply> endSharing(EndSharingRequest request) {
        storage.endSharing(
                request.getPartitionsList().stream().map(PartitionKey::of).collect(Collectors.toSet()));
        return Uni.createFrom().item(EndSharingReply.getDefaultInstance());
    }
}
