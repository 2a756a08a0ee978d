package io.guildhall.relay.audience;

import io.guildhall.model.rpc.Delivery;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.relay.gateway.Outgoing;
import io.guildhall.relay.gateway.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps frames in the place of gateway nodes. */
final class RecordingOutgoing implements Outgoing {
    private final List<RelayFrame> frames = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();

    @Override
    public void send(String gateway, RelayFrame.Builder frame, Receipt receipt) {
        frames.add(frame.build());
        receipts.add(receipt);
    }

    @Override
    public void flush() {}

    @Override
    public void whenWithinWindows(Runnable then) {
        then.run();
    }

    List<RelayFrame> frames() {
        return frames;
    }

    List<Receipt> receipts() {
        return receipts;
    }

    /** The payload that each session received. */
    Map<Long, String> payloads() {
        Map<Long, String> payloads = new HashMap<>();
        for (RelayFrame frame : frames) {
            for (Delivery delivery : frame.getDeliveriesList()) {
                delivery.getSessionsList()
                        .forEach(session ->
                                payloads.put(session, delivery.getPayload().toStringUtf8()));
            }
        }
        return payloads;
    }
}
