package io.guildhall.gateway.config;

import io.guildhall.gateway.wire.CompressionMode;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;

/** Settings of the gateway. Durations are ISO-8601 ({@code PT20S}) or a number with a unit ({@code 20S}, {@code 20ms}). */
@ConfigMapping(prefix = "guildhall.gateway")
public interface GatewayConfig {
    /** What HELLO asks for. A client that is silent for one and a half times as long is cut off. */
    @WithDefault("41250ms")
    Duration heartbeatInterval();

    /** How long after the 101 answer HELLO is sent: some clients lose a frame that shares a segment with the answer. */
    @WithDefault("20ms")
    Duration helloDelay();

    /** WebSocket connections of this node; beyond, the handshake is answered with 503. */
    @WithDefault("100000")
    int maxConnections();

    /**
     * WebSocket connections from one address, or one IPv6 network of 64 bits; beyond, the handshake is answered with 503. Not for
     * clients on this machine. Behind proxies see {@code guildhall.public.trusted-proxies}.
     */
    @WithDefault("4000")
    int maxConnectionsPerAddress();

    /** Sessions of one account on this node, those that wait to be resumed included; beyond, IDENTIFY is answered with op 9. */
    @WithDefault("1000")
    int maxSessionsPerAccount();

    /** Sessions of this node, those that wait to be resumed included; beyond, IDENTIFY is refused. */
    @WithDefault("120000")
    int maxSessions();

    /** Bytes of one frame from a client; beyond, 4002. No more than {@code quarkus.websockets-next.server.max-message-size}, 8192, are ever taken in. */
    @WithDefault("4096")
    int maxPayload();

    /** How zlib-streams are compressed: {@code shared} costs little time and memory, {@code classic} fewer bytes. */
    @WithDefault("shared")
    CompressionMode zlibMode();

    /** How fast one client may send. */
    SendLimit send();

    /** How often one user may identify. */
    IdentifyLimit identify();

    /** What RESUME can bring back. */
    Replay replay();

    /** What a client that reads slowly may leave waiting. */
    SlowReader slowReader();

    /** How sessions join guilds. */
    Attach attach();

    /** What happens on the way down. */
    Drain drain();

    /** How fast one client may send. */
    interface SendLimit {
        /** Frames in one window, heartbeats included; beyond, 4008. */
        @WithDefault("120")
        int count();

        /** Length of the window. */
        @WithDefault("60S")
        Duration window();
    }

    /** How often one user may identify. */
    interface IdentifyLimit {
        /** IDENTIFYs of one user in one window, over all nodes that share a Redis, as {@code session_start_limit.max_concurrency} says; beyond, op 9. */
        @WithDefault("16")
        int maxConcurrency();

        /** IDENTIFYs of one bot in a day, as {@code session_start_limit.total} says; beyond, op 9. */
        @WithDefault("1000")
        int total();

        /** Length of the window. */
        @WithDefault("5S")
        Duration window();

        /** How long a connection may stay open without a session, from HELLO or op 9; beyond, 4009. */
        @WithDefault("120S")
        Duration timeout();

        /** Guilds that one shard of a bot may have; beyond, 4011. */
        @WithDefault("2500")
        int maxGuildsPerShard();
    }

    /** What RESUME can bring back. */
    interface Replay {
        /** Events kept for each session; the oldest are forgotten first. */
        @WithDefault("4096")
        int maxEvents();

        /** Bytes of events kept for each session. Payloads are shared between sessions, so this is not memory used. */
        @WithDefault("4194304")
        long maxBytes();

        /**
         * Bytes of events kept for all sessions together, each event counted once; an eighth of the heap by default. What is older than
         * the last so many bytes can't be brought back, and who has not even read it yet reads too slowly.
         */
        OptionalLong maxNodeBytes();

        /** How long a session without connection can be resumed. */
        @WithDefault("180S")
        Duration timeout();
    }

    /** What a client that reads slowly may leave waiting. */
    interface SlowReader {
        /** Bytes of events that wait for one client; beyond, its connection is cut and its session can be resumed. */
        @WithDefault("8388608")
        long maxPendingBytes();

        /** Bytes after which one write ends and the next begins. */
        @WithDefault("65536")
        int batchBytes();
    }

    /** How sessions join guilds. */
    interface Attach {
        /** Guilds that one session joins at the same time. */
        @WithDefault("8")
        int concurrency();

        /** How long the node tries to reach an owner before it gives a session up. */
        @WithDefault("60S")
        Duration patience();

        /** How often the node asks owners whether its sessions are attached to their actors. */
        @WithDefault("5S")
        Duration rollCall();
    }

    /** What happens on the way down. */
    interface Drain {
        /** How long the node waits for its clients to go elsewhere. */
        @WithDefault("10S")
        Duration timeout();

        /** Clients that are asked to reconnect in one second. */
        @WithDefault("2000")
        int perSecond();
    }
}
