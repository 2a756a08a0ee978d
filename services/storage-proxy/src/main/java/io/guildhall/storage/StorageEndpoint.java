package io.guildhall.storage;

import io.guildhall.model.rpc.MutinyStorageGrpc;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.rpc.CancelledCalls;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** Storage for other processes. */
@GrpcService
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class StorageEndpoint extends MutinyStorageGrpc.StorageImplBase {
    private final StorageService storage;

    public StorageEndpoint(StorageService storage) {
        this.storage = storage;
    }

    @Override
    public Uni<ReadReply> read(ReadRequest request) {
        return CancelledCalls.heeded(storage.read(request));
    }

    @Override
    public Uni<WriteReply> write(WriteRequest request) {
        return storage.write(request);
    }
}
