package io.guildhall.api;

import io.smallrye.config.ConfigMapping;
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
}
