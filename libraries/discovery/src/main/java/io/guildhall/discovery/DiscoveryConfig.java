package io.guildhall.discovery;

import io.guildhall.model.cluster.Role;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a node of a cluster makes itself known and finds the others. */
@ConfigMapping(prefix = "guildhall.discovery")
public interface DiscoveryConfig {
    /** What this process is; by default the role that {@code quarkus.application.name} names, with or without {@code guildhall-}. */
    Optional<Set<Role>> roles();

    /** The members of the etcd cluster, as host:port, http://host:port or https://host:port. They are tried in turn. */
    @WithDefault("127.0.0.1:2379")
    List<String> endpoints();

    /** Where the cluster keeps its keys in etcd; two clusters may share one etcd under different prefixes. */
    @WithDefault("/guildhall")
    String prefix();

    /**
     * How long a node that says nothing counts as alive. A node that can't renew its lease for this long takes itself
     * out: it reports that it is not ready and knows no nodes any more, not even itself.
     */
    @WithDefault("10s")
    Duration leaseTtl();

    /**
     * How long one question to etcd may take. A connection may take as long to open, and twice as long each time that this fails, up to 10 s.
     */
    @WithDefault("2s")
    Duration requestTimeout();

    /** How long a start waits for etcd before it fails. */
    @WithDefault("60s")
    Duration startTimeout();

    /** The host under which others reach this process; by default the address of the interface that leads to etcd. */
    Optional<String> host();

    /** The port of this process's internal gRPC server. */
    @WithDefault("${quarkus.grpc.server.port:9000}")
    int port();

    /** Where clients reach this process when it is a gateway, such as {@code wss://gateway.example}. */
    @WithDefault("${guildhall.public.gateway-url:}")
    Optional<String> publicUrl();

    /** For members of etcd whose address begins with {@code https://}. */
    Tls tls();

    /** TLS to etcd. Files are read for each new connection. */
    interface Tls {
        /** The certificates of the authority that signed etcd's, in PEM; by default the authorities that Java knows. */
        Optional<Path> authority();

        /** This process's certificate for an etcd that demands one, in PEM. */
        Optional<Path> certificate();

        /** The certificate's private key, in PEM (PKCS#8, not encrypted). */
        Optional<Path> key();
    }
}
