package io.guildhall.relay.gateway;

import io.guildhall.model.rpc.RelayFrame;

/**
 * Frames that one step of an audience sends. {@link #send} fixes their order and returns at once, so that it may be
 * called under the audience's lock; what is behind it starts to move with {@link #flush}, outside of any lock.
 */
public interface Outgoing {
    /**
     * @throws IllegalArgumentException when no window can ever hold the frame: its sessions can't be served. Nothing has happened then
     */
    void send(String gateway, RelayFrame.Builder frame, Receipt receipt);

    void flush();

    /**
     * Calls this once everything that was sent is within the windows of its gateway nodes, or is given up: at once, if nothing waits for
     * room. To be called behind {@link #flush}.
     */
    void whenWithinWindows(Runnable then);
}
