package io.guildhall.outgoing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How this service calls addresses that users name. */
@ConfigMapping(prefix = "guildhall.outgoing")
public interface OutgoingConfig {
    /**
     * Networks of one's own that may be called, such as {@code 10.1.0.0/16} or {@code 127.0.0.1}; else only addresses of the public
     * internet are. Everybody who may name an address can then reach what listens there.
     */
    Optional<List<String>> internalNetworks();

    /** How long a connection attempt may take. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How many calls may be under way; more are refused. */
    @WithDefault("64")
    int concurrent();

    /** How many of them to one host. */
    @WithDefault("16")
    int concurrentPerHost();

    /** Heap that all answers under way may take together, in bytes; an answer that does not fit is given up. */
    @WithDefault("67108864")
    long budget();

    /** The headers of one answer, in bytes. */
    @WithDefault("16384")
    int maxHeaders();
}
