package io.guildhall.rpc.tls;

import io.grpc.netty.GrpcSslContexts;
import io.guildhall.rpc.config.ClusterConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.time.Clock;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Mutual TLS for calls between services: each end shows a certificate and checks the other's the same way. */
public final class ClusterTls {
    private final SslContext server;
    private final SslContext client;

    private ClusterTls(CurrentIdentity current, String name) throws SSLException {
        IdentityKeys keys = new IdentityKeys(current);
        ClusterTrust trust = new ClusterTrust(current, name);
        server = GrpcSslContexts.configure(SslContextBuilder.forServer(keys), SslProvider.JDK)
                .trustManager(trust)
                .clientAuth(ClientAuth.REQUIRE)
                .build();
        client = GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
                .keyManager(keys)
                .trustManager(trust)
                .build();
    }

    /**
     * Empty when no certificate is set.
     *
     * @throws IllegalStateException when what is set can't be used
     */
    public static Optional<ClusterTls> of(ClusterConfig.Tls config, Clock clock) {
        return TlsFiles.of(config).map(files -> {
            try {
                return new ClusterTls(new CurrentIdentity(files, config.reload(), clock), config.name());
            } catch (SSLException unavailable) {
                throw new IllegalStateException("TLS is not available for calls between services", unavailable);
            }
        });
    }

    /** For the end that is called: it demands a certificate. */
    public SslContext server() {
        RefusedHandshakes.tell();
        return server;
    }

    /** For the end that calls. */
    public SslContext client() {
        return client;
    }
}
