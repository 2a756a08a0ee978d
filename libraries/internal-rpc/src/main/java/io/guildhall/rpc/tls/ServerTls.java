package io.guildhall.rpc.tls;

import io.guildhall.rpc.config.ClusterConfig;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Puts the internal gRPC server behind mutual TLS when the cluster has certificates. */
@Singleton
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class ServerTls implements ServerBuilderCustomizer<VertxServerBuilder> {
    private static final Logger LOG = Logger.getLogger(ServerTls.class);

    private final Optional<ClusterTls> tls;

    ServerTls(ClusterConfig config, Clock clock) {
        tls = ClusterTls.of(config.tls(), clock);
    }

    @Override
    public void customize(GrpcServerConfiguration server, VertxServerBuilder builder) {
        tls.ifPresent(protection -> {
            builder.nettyBuilder().sslContext(protection.server());
            LOG.info("Calls between services need certificates of this cluster's authority");
        });
    }
}
