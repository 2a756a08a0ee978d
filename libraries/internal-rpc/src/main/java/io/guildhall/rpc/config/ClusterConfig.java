package io.guildhall.rpc.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How the services of one cluster talk to each other. */
@ConfigMapping(prefix = "guildhall.cluster")
public interface ClusterConfig {
    /** What every service of the cluster knows and nobody else: at least 32 characters. Needed where gRPC is used. */
    Optional<String> secret();

    /** The limits of the connections between services. */
    Rpc rpc();

    /** Mutual TLS between the services; the secret stays in force beneath it. */
    Tls tls();

    /**
     * Mutual TLS between the services. Set on every node or on none: without the files calls are plain text, which belongs
     * in a private network.
     */
    interface Tls {
        /** The file with this node's certificate and those between it and the authority's, in PEM. */
        Optional<Path> certificate();

        /** The file with the certificate's private key, in PEM (PKCS#8, not encrypted). */
        Optional<Path> key();

        /** The file with the certificates of the authority that signs those of all nodes, in PEM. */
        Optional<Path> authority();

        /** The DNS name that every node's certificate carries, whatever the node's address is. */
        @WithDefault("guildhall-internal")
        String name();

        /** How often the files are looked at, at most, for renewed certificates. */
        @WithDefault("10s")
        Duration reload();
    }

    /** The limits of the connections between services. */
    interface Rpc {
        /** How long a call that has one answer may take. Streams have no end. */
        @WithDefault("15s")
        Duration deadline();

        /** How long a connection attempt may take. */
        @WithDefault("3s")
        Duration connectTimeout();

        /** How often an idle connection is tried, so that a peer that vanished without a word is noticed. */
        @WithDefault("15s")
        Duration keepAlive();

        /** How long the answer to such a try may take before the connection counts as dead. */
        @WithDefault("5s")
        Duration keepAliveTimeout();

        /** The largest message that is taken from a peer, in bytes. */
        @WithDefault("16777216")
        int maxMessageBytes();
    }
}
