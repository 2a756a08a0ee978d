package io.guildhall.relay.gateway;

import io.guildhall.model.rpc.RelayFrame;

/**
 * Frames that one step of an audience sends. {@link #send} fixes their order and returns at once, so that it may be
 * called under the audience's lock; what is behind it starts to move with {@link #flush}, outside of any lock.
 */
public interface Outgoing {
    void send(String gateway, RelayFrame.Builder frame, Receipt receipt);

    void flush();
}
