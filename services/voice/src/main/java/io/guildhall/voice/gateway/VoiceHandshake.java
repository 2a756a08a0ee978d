package io.guildhall.voice.gateway;

import io.guildhall.clientport.socket.PeerAddress;
import io.guildhall.clientport.socket.SocketPlaces;
import io.guildhall.voice.config.VoiceConfig;
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
    private final PeerAddress addresses;
    private final SocketPlaces places;

    public VoiceHandshake(VoiceServer server, PeerAddress addresses, VoiceConfig config) {
        this.server = server;
        this.addresses = addresses;
        this.places = new SocketPlaces("voice", config.maxConnections(), config.maxConnectionsPerAddress());
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
        Channel channel = ((ConnectionBase) context.httpRequest().connection()).channel();
        if (!places.take(channel, addresses.of(context.httpRequest()))) {
            return CheckResult.rejectUpgrade(SERVICE_UNAVAILABLE);
        }
        context.userData().put(CHANNEL, channel);
        return CheckResult.permitUpgrade();
    }
}
