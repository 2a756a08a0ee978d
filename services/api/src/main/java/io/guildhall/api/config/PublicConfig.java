package io.guildhall.api.config;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How clients reach the instance from outside. */
@ConfigMapping(prefix = "guildhall.public")
public interface PublicConfig {
    /** {@code http://host:port/api}. */
    Optional<String> apiUrl();

    /** {@code ws://host:port/gateway}; when absent, clients are sent to one of the live gateway nodes directly. */
    Optional<String> gatewayUrl();

    /** {@code http://host:port/cdn}. */
    Optional<String> cdnUrl();

    /**
     * Proxies in front, as addresses or networks such as 10.0.0.0/8. Only what these say of a client's address in
     * X-Forwarded-For is believed.
     */
    Optional<List<String>> trustedProxies();
}
