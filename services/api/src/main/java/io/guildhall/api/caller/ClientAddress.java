package io.guildhall.api.caller;

import io.guildhall.api.config.PublicConfig;
import io.guildhall.model.address.ClientAddresses;
import io.guildhall.model.address.Network;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Where a request comes from: what trusted proxies say, or else who is connected. */
@ApplicationScoped
public class ClientAddress {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final ClientAddresses addresses;

    @Inject
    public ClientAddress(PublicConfig config) {
        this.addresses = new ClientAddresses(config.trustedProxies().orElse(List.of()).stream()
                .map(Network::parse)
                .toList());
    }

    public String of(HttpServerRequest request) {
        List<String> forwardedFor = request.headers().getAll(FORWARDED_FOR);
        return addresses.of(
                request.remoteAddress().hostAddress(), forwardedFor.isEmpty() ? null : String.join(",", forwardedFor));
    }
}
