package io.guildhall.relay.audience;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Delivery;
import io.guildhall.model.rpc.RelayFrame;

/** Tells a session's client to identify again: the relay can't serve it in order. */
final class Invalidation {
    private static final String NAME = "$INVALIDATE";
    private static final ByteString PAYLOAD = ByteString.copyFromUtf8("{\"resumable\":false}");

    private Invalidation() {}

    /** Has no position, so that no gateway node takes it for a repetition. */
    static RelayFrame.Builder of(ActorKey actor, long session) {
        return RelayFrame.newBuilder()
                .setActor(actor)
                .setName(NAME)
                .addDeliveries(Delivery.newBuilder().setPayload(PAYLOAD).addSessions(session));
    }
}
