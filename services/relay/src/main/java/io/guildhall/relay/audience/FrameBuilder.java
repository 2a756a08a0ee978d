package io.guildhall.relay.audience;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Delivery;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.RelayFrame;
import java.util.ArrayList;
import java.util.List;

/** Collects the sessions of one partition on one gateway node that receive an event, parted by payload variant. */
final class FrameBuilder {
    /** The event's payload. */
    static final int WHOLE = -2;

    /** The payload without sight or without content. */
    static final int REDUCED = -1;

    private final Event event;
    private final Delivery.Builder whole = Delivery.newBuilder();
    private final Delivery.Builder reduced = Delivery.newBuilder();
    private final List<Delivery.Builder> variants = new ArrayList<>(0);
    private int sessions;

    FrameBuilder(Event event) {
        this.event = event;
        event.getContentVariantsList().forEach(variant -> variants.add(Delivery.newBuilder()));
    }

    /** @param variant {@link #WHOLE}, {@link #REDUCED}, or the place of one of the event's content variants */
    void add(long session, int variant) {
        (switch (variant) {
                    case WHOLE -> whole;
                    case REDUCED -> reduced;
                    default -> variants.get(variant);
                })
                .addSessions(session);
        sessions++;
    }

    int sessions() {
        return sessions;
    }

    /** Puts the name and the deliveries into the frame. */
    void into(RelayFrame.Builder frame) {
        frame.setName(event.getName());
        deliver(frame, whole, event.getPayload());
        deliver(
                frame,
                reduced,
                event.getPayloadWithoutSight().isEmpty()
                        ? event.getPayloadWithoutContent()
                        : event.getPayloadWithoutSight());
        for (int variant = 0; variant < variants.size(); variant++) {
            deliver(
                    frame,
                    variants.get(variant),
                    event.getContentVariants(variant).getPayload());
        }
    }

    private static void deliver(RelayFrame.Builder frame, Delivery.Builder delivery, ByteString payload) {
        if (delivery.getSessionsCount() > 0) {
            frame.addDeliveries(delivery.setPayload(payload));
        }
    }
}
