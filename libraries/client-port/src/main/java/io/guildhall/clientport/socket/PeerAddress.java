package io.guildhall.clientport.socket;

import io.guildhall.model.address.ClientAddresses;
import io.guildhall.model.address.Network;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a client connects from, as far as proxies that are trusted say. */
@ApplicationScoped
public class PeerAddress {
    private final ClientAddresses addresses;

    public PeerAddress(
            @ConfigProperty(name = "guildhall.public.trusted-proxies") Optional<List<String>> trustedProxies) {
        addresses = new ClientAddresses(
                trustedProxies.orElse(List.of()).stream().map(Network::parse).toList());
    }

    public String of(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        List<String> forwarded = request.headers().getAll("X-Forwarded-For");
        return addresses.of(
                peer == null || peer.hostAddress() == null ? "" : peer.hostAddress(),
                forwarded.isEmpty() ? null : String.join(",", forwarded));
    }

    /** True for what {@link #of} gives for a process on this machine. */
    public static boolean local(String address) {
        if (address.isEmpty()) {
            return true;
        }
        try {
            String literal = address.endsWith("/64") ? address.substring(0, address.length() - 3) : address;
            InetAddress parsed = InetAddress.ofLiteral(literal);
            // The network of ::1 is ::.
            return parsed.isLoopbackAddress() || parsed.isAnyLocalAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
