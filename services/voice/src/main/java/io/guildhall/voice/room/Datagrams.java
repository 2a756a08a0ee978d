package io.guildhall.voice.room;

import java.net.InetSocketAddress;

/** Where packets leave. */
@FunctionalInterface
public interface Datagrams {
    /** Copies the first bytes of the packet; drops them when there is no room. */
    void send(byte[] packet, int length, InetSocketAddress to);
}
