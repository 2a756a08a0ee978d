package io.guildhall.clientport;

import io.guildhall.model.address.ClientAddresses;
import io.guildhall.model.address.Network;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerOptions;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Lets connections in while there is room, and watches over what they send. */
final class Admission {
    private final Counts counts;
    private final List<Network> notCounted;
    private final ClientAddresses addresses = new ClientAddresses(List.of());
    private final Supplier<HttpServerOptions> server;
    private final Duration headTimeout;
    private final Duration requestTimeout;

    Admission(
            Counts counts,
            List<Network> notCounted,
            Supplier<HttpServerOptions> server,
            Duration headTimeout,
            Duration requestTimeout) {
        this.counts = counts;
        this.notCounted = List.copyOf(notCounted);
        this.server = server;
        this.headTimeout = headTimeout;
        this.requestTimeout = requestTimeout;
    }

    /** A connection that was accepted just now and is not served yet. */
    void accepted(Channel channel) {
        String address = channel.remoteAddress() instanceof InetSocketAddress peer ? counted(peer) : null;
        if (!counts.take(address)) {
            channel.pipeline().addFirst(Refusal.INSTANCE);
            return;
        }
        channel.closeFuture().addListener(closed -> counts.giveBack(address));
        channel.pipeline().addFirst(new RequestDeadline(server, headTimeout.toNanos(), requestTimeout.toNanos()));
    }

    /** Null when as many as it likes may come from there. */
    private String counted(InetSocketAddress peer) {
        return notCounted.stream().anyMatch(network -> network.contains(peer.getAddress()))
                ? null
                : addresses.of(peer.getAddress().getHostAddress(), null);
    }
}
