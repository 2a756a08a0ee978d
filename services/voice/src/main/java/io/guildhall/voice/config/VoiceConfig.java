package io.guildhall.voice.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of voice. Durations are ISO-8601 ({@code PT20S}) or a number with a unit ({@code 20S}, {@code 20ms}). */
@ConfigMapping(prefix = "guildhall.voice")
public interface VoiceConfig {
    /**
     * Where clients reach this process by {@code wss}, as host, or host and port, and a path where a proxy wants one: clients put the scheme
     * before it. Without it there is no voice: nothing listens, and clients are told of no server.
     */
    Optional<String> endpoint();

    /** Where media is received over UDP. */
    @WithDefault("${quarkus.http.host:127.0.0.1}")
    String host();

    /** The one port of media; 0 for any that is free. */
    @WithDefault("50000")
    int port();

    /** Where clients reach the port of media, as a literal IPv4 address; by default the host, when it is one, else 127.0.0.1. */
    Optional<String> publicAddress();

    /** The port under which clients reach the port of media, where a router on the way changes it. */
    Optional<Integer> publicPort();

    /** What Hello asks for. A client that is silent for one and a half times as long is cut off. */
    @WithDefault("13750ms")
    Duration heartbeatInterval();

    /** How long a connection may stay open without saying who it is; beyond, 4009. */
    @WithDefault("15S")
    Duration identifyTimeout();

    /** How long a session without a connection can be resumed. Its media goes on meanwhile. */
    @WithDefault("30S")
    Duration resumeTimeout();

    /** How long a token is good for connecting. */
    @WithDefault("60S")
    Duration tokenLife();

    /** How long is waited for what a guild's owner says of somebody who has come with a good token. */
    @WithDefault("3S")
    Duration ownerPatience();

    /** Connections of this process; beyond, the handshake is answered with 503. */
    @WithDefault("20000")
    int maxConnections();

    /**
     * Connections from one address, or one IPv6 network of 64 bits; beyond, the handshake is answered with 503. Not for
     * clients on this machine. Behind proxies see {@code guildhall.public.trusted-proxies}.
     */
    @WithDefault("2000")
    int maxConnectionsPerAddress();

    /** Bytes of one frame from a client; beyond, 4002. */
    @WithDefault("4096")
    int maxPayload();

    /** Frames of one client in a minute, heartbeats included; beyond, 4021. */
    @WithDefault("240")
    int maxFrames();

    /** Packets of media of one client in a second; what is more is dropped. */
    @WithDefault("500")
    int maxPackets();

    /** Who is heard at one time in one room; who begins to speak meanwhile waits until one of them is silent. */
    @WithDefault("25")
    int maxSpeakers();
}
