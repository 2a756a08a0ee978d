package io.guildhall.rpc;

import io.guildhall.model.rpc.EndSharingReply;
import io.guildhall.model.rpc.EndSharingRequest;
import io.guildhall.model.rpc.StorageSharing;
import io.guildhall.model.rpc.StorageSharingGrpc;
import io.smallrye.mutiny.Uni;

/** What storage nodes tell each other. */
record SharingCalls(UnaryCalls calls) implements StorageSharing {
    @Override
    public Uni<EndSharingReply> endSharing(EndSharingRequest request) {
        return calls.send(StorageSharingGrpc.getEndSharingMethod(), request);
    }
}
