package io.guildhall.clientport.socket;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.HashMap;
import java.util.Map;

/**
 * Room for WebSockets of one kind, in all and for each address. A place belongs to a channel: it is taken when the channel first
 * asks for a WebSocket and given back when the channel closes, whatever became of it in between. Clients on this machine are
 * not told apart by address: they may be a proxy that nobody declared. Behind proxies that are declared it is the client that counts, which the
 * bound of all connections does not see. Any thread.
 */
public final class SocketPlaces {
    private final AttributeKey<String> place;
    private final int limit;
    private final int limitOfAddress;
    /** As many as there are places taken. */
    private final Map<String, Integer> byAddress = new HashMap<>();

    private int taken;

    /** @param kind of WebSockets, each of which has places of its own */
    public SocketPlaces(String kind, int limit, int limitOfAddress) {
        this.place = AttributeKey.valueOf(SocketPlaces.class, kind);
        this.limit = limit;
        this.limitOfAddress = limitOfAddress;
    }

    /**
     * Takes a place for the channel, unless it has one already. False when there is none left.
     *
     * @param address as {@link PeerAddress} has it
     */
    public boolean take(Channel channel, String address) {
        if (channel.attr(place).get() != null) {
            return true;
        }
        boolean bounded = !PeerAddress.local(address);
        synchronized (this) {
            int ofAddress = byAddress.getOrDefault(address, 0);
            if (taken >= limit || bounded && ofAddress >= limitOfAddress) {
                return false;
            }
            taken++;
            byAddress.put(address, ofAddress + 1);
        }
        channel.attr(place).set(address);
        channel.closeFuture().addListener(closed -> giveBack(address));
        return true;
    }

    /** How many are taken. */
    public synchronized int taken() {
        return taken;
    }

    private synchronized void giveBack(String address) {
        taken--;
        byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }
}
