package io.guildhall.discovery.etcd;

import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.guildhall.discovery.DiscoveryConfig;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * TLS to members of etcd whose address begins with {@code https://}. The files are read for every connection, so that
 * renewed ones are used from the next connection on; etcd closes none because a certificate has run out.
 */
record EtcdTls(Optional<Path> authority, Optional<Path> certificate, Optional<Path> key) {
    private static final String SECURE = "https://";
    private static final String PLAIN = "http://";

    static EtcdTls of(DiscoveryConfig.Tls config) {
        return new EtcdTls(config.authority(), config.certificate(), config.key());
    }

    /** @throws EtcdException when a file can't be used */
    NettyChannelBuilder channel(String endpoint) {
        if (!endpoint.startsWith(SECURE)) {
            String address = endpoint.startsWith(PLAIN) ? endpoint.substring(PLAIN.length()) : endpoint;
            return NettyChannelBuilder.forTarget("dns:///" + address).usePlaintext();
        }
        try {
            SslContextBuilder context = GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK);
            authority.ifPresent(file -> context.trustManager(file.toFile()));
            if (certificate.isPresent() && key.isPresent()) {
                context.keyManager(certificate.get().toFile(), key.get().toFile());
            }
            return NettyChannelBuilder.forTarget("dns:///" + endpoint.substring(SECURE.length()))
                    .sslContext(context.build());
        } catch (IllegalArgumentException | SSLException unusable) {
            throw new EtcdException("a file of guildhall.discovery.tls can't be used", unusable);
        }
    }
}
