package io.guildhall.relay.audience;

import io.guildhall.model.rpc.Delivery;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.RelayFrame;

/** Collects the sessions of one partition on one gateway node that receive an event, parted by payload variant. */
final class FrameBuilder {
    private final Event event;
    private final Delivery.Builder full = Delivery.newBuilder();
    private final Delivery.Builder reduced = Delivery.newBuilder();

    FrameBuilder(Event event) {
        this.event = event;
    }

    void add(long session, boolean seesAll) {
        (seesAll ? full : reduced).addSessions(session);
    }

    int sessions() {
        return full.getSessionsCount() + reduced.getSessionsCount();
    }

    /** Puts the name and the deliveries into the frame. */
    void into(RelayFrame.Builder frame) {
        frame.setName(event.getName());
        if (full.getSessionsCount() > 0) {
            frame.addDeliveries(full.setPayload(event.getPayload()));
        }
        if (reduced.getSessionsCount() > 0) {
            frame.addDeliveries(reduced.setPayload(
                    event.getPayloadWithoutSight().isEmpty()
                            ? event.getPayloadWithoutContent()
                            : event.getPayloadWithoutSight()));
        }
    }
}
