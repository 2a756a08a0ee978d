package io.guildhall.gateway.connection;

import io.guildhall.clientport.socket.SocketPlaces;
import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.lifecycle.GatewayMeasures;
import io.netty.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;

/** Room for client connections, in all and for each address. */
@ApplicationScoped
public class Places {
    private final SocketPlaces places;

    public Places(GatewayConfig config, GatewayMeasures measures) {
        this.places = new SocketPlaces("gateway", config.maxConnections(), config.maxConnectionsPerAddress());
        measures.watchConnections(this::taken);
    }

    /** Takes a place for the channel, unless it has one already. False when there is none left. */
    boolean take(Channel channel, String address) {
        return places.take(channel, address);
    }

    /** How many are taken. */
    public int taken() {
        return places.taken();
    }
}
