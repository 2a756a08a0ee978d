package io.guildhall.gateway.connection;

import io.guildhall.clientport.socket.PeerAddress;
import io.guildhall.gateway.lifecycle.Draining;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Looks at each handshake: refuses it when the node is full or drains, and keeps the channel beneath for the endpoint,
 * because WebSockets Next itself does not show it.
 */
@ApplicationScoped
public class ChannelCapture implements HttpUpgradeCheck {
    static final TypedKey<Channel> CHANNEL = new TypedKey<>("guildhall.channel");
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Places places;
    private final PeerAddress addresses;
    private final Draining draining;

    public ChannelCapture(Places places, PeerAddress addresses, Draining draining) {
        this.places = places;
        this.addresses = addresses;
        this.draining = draining;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(GatewayEndpoint.class.getName());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        Channel channel = ((ConnectionBase) context.httpRequest().connection()).channel();
        if (draining.active() || !places.take(channel, addresses.of(context.httpRequest()))) {
            return CheckResult.rejectUpgrade(SERVICE_UNAVAILABLE);
        }
        context.userData().put(CHANNEL, channel);
        return CheckResult.permitUpgrade();
    }
}
