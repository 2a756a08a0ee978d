package io.guildhall.gateway.connection;

import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.lifecycle.Draining;
import io.guildhall.gateway.lifecycle.GatewayMeasures;
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

    private final GatewayMeasures measures;
    private final Draining draining;
    private final int maxConnections;

    public ChannelCapture(GatewayMeasures measures, Draining draining, GatewayConfig config) {
        this.measures = measures;
        this.draining = draining;
        this.maxConnections = config.maxConnections();
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(GatewayEndpoint.class.getName());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (draining.active() || !measures.connected(maxConnections)) {
            return CheckResult.rejectUpgrade(SERVICE_UNAVAILABLE);
        }
        ConnectionBase connection = (ConnectionBase) context.httpRequest().connection();
        context.userData().put(CHANNEL, connection.channel());
        return CheckResult.permitUpgrade();
    }
}
