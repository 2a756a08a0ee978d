package io.guildhall.rpc;

import io.guildhall.model.rpc.ClaimedReply;
import io.guildhall.model.rpc.ClaimedRequest;
import io.guildhall.model.rpc.StorageFencing;
import io.guildhall.model.rpc.StorageFencingGrpc;
import io.smallrye.mutiny.Uni;

/** What owners tell storage nodes of their claims. */
record FencingCalls(UnaryCalls calls) implements StorageFencing {
    @Override
    public Uni<ClaimedReply> claimed(ClaimedRequest request) {
        return calls.send(StorageFencingGrpc.getClaimedMethod(), request);
    }
}
