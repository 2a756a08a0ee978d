package io.guildhall.voice.gateway;

import io.guildhall.voice.server.VoiceServer;
import io.netty.channel.Channel;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at each handshake: refuses it where there is no voice, or no room, and keeps the channel beneath for the endpoint. */
@ApplicationScoped
public class VoiceHandshake implements HttpUpgradeCheck {
    static final TypedKey<Channel> CHANNEL = new TypedKey<>("guildhall.voice.channel");
    private static final int NOT_FOUND = 404;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final VoiceServer server;
    private final Connections connections;

    public VoiceHandshake(VoiceServer server, Connections connections) {
        this.server = server;
        this.connections = connections;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(VoiceEndpoint.class.getName());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (!server.serves()) {
            return CheckResult.rejectUpgrade(NOT_FOUND);
        }
        if (connections.full()) {
            return CheckResult.rejectUpgrade(SERVICE_UNAVAILABLE);
        }
        context.userData().put(CHANNEL, ((ConnectionBase) context.httpRequest().connection()).channel());
        return CheckResult.permitUpgrade();
    }
}
