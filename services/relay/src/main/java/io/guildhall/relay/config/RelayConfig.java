package io.guildhall.relay.config;

import io.guildhall.model.event.WindowSize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a relay node behaves. */
@ConfigMapping(prefix = "guildhall.relay")
public interface RelayConfig {
    /**
     * Frames that may be on their way to one gateway node without an acknowledgement. One frame more and the node counts
     * as too slow: its sessions leave and their owners are told.
     */
    @WithDefault("50000")
    int windowFrames();

    /** Bytes that may be on their way to one gateway node, counted as the window's frames are. At least twice the largest event. */
    @WithDefault("67108864")
    @WithConverter(WindowSize.class)
    long windowBytes();

    /**
     * How long a part of what sessions missed may wait for room in the window before its gateway node counts as too slow. Shorter than owners
     * wait for a relay that takes nothing in.
     */
    @WithDefault("5s")
    Duration backlogTimeout();

    /** How long the oldest frame may wait for its acknowledgement before its gateway node counts as too slow. */
    @WithDefault("30s")
    Duration acknowledgeTimeout();

    /** How long a gateway node that discovery does not show yet is waited for. */
    @WithDefault("10s")
    Duration gatewayGrace();

    /** The longest pause between two attempts to reach a gateway node; the first is a twentieth of it. */
    @WithDefault("2s")
    Duration reconnectPause();

    /** How long the audiences of an owner whose stream ended wait for its return before they are forgotten. */
    @WithDefault("30s")
    Duration ownerGrace();

    /** How long a relay that shuts down waits for the owners to take their audiences elsewhere. */
    @WithDefault("20s")
    Duration drainTimeout();
}
