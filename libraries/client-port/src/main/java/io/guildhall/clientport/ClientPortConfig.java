package io.guildhall.clientport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What connections of clients may cost before anything is known of them. */
@ConfigMapping(prefix = "guildhall.connections")
public interface ClientPortConfig {
    /** Connections to this process, whatever they are used for; beyond, they are closed as soon as they are accepted. */
    @WithDefault("110000")
    int maximum();

    /**
     * Connections from one address, or one IPv6 network of 64 bits; beyond, they are closed as soon as they are accepted. Does
     * not hold for {@link #notCounted} and for {@code guildhall.public.trusted-proxies}.
     */
    @WithDefault("5000")
    int perAddress();

    /** Addresses or networks that open as many as they like; this machine, unless others are named. */
    @WithDefault("127.0.0.0/8,::1/128")
    Optional<List<String>> notCounted();

    /**
     * How long a client may take from its connection, or from the first byte of a later request, until the head of the request
     * is there, however steadily it sends. As long for what is left of a request's body after its answer.
     */
    @WithDefault("15s")
    Duration headTimeout();

    /** How long a client may take to send a whole request; forms have {@code guildhall.api.bodies.form-timeout} besides. */
    @WithDefault("15m")
    Duration requestTimeout();

    /** How long requests under way may still be answered when the process is told to end; none is taken meanwhile. */
    @WithDefault("5s")
    Duration drainTimeout();
}
