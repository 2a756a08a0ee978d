package io.guildhall.gateway.connection;

import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.lifecycle.GatewayMeasures;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * Room for client connections, in all and for each address. A place belongs to a channel: it is taken when the channel first
 * asks for a WebSocket and given back when the channel closes, whatever became of it in between. Clients on this machine are
 * not told apart by address: they may be a proxy that nobody declared.
 */
@ApplicationScoped
public class Places {
    private static final AttributeKey<String> PLACE = AttributeKey.valueOf(Places.class, "place");

    private final int limit;
    private final int limitOfAddress;
    /** As many as there are places taken. */
    private final Map<String, Integer> byAddress = new HashMap<>();

    private int taken;

    public Places(GatewayConfig config, GatewayMeasures measures) {
        this.limit = config.maxConnections();
        this.limitOfAddress = config.maxConnectionsPerAddress();
        measures.watchConnections(this::taken);
    }

    /**
     * Takes a place for the channel, unless it has one already. False when there is none left.
     *
     * @param local true: the address is one of this machine, which is not bounded by itself
     */
    boolean take(Channel channel, String address, boolean local) {
        if (channel.attr(PLACE).get() != null) {
            return true;
        }
        synchronized (this) {
            int ofAddress = byAddress.getOrDefault(address, 0);
            if (taken >= limit || !local && ofAddress >= limitOfAddress) {
                return false;
            }
            taken++;
            byAddress.put(address, ofAddress + 1);
        }
        channel.attr(PLACE).set(address);
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
