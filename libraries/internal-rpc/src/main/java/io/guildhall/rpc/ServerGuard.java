package io.guildhall.rpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.guildhall.rpc.config.ClusterConfig;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Prioritized;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Refuses calls that do not show the cluster's secret, whatever they call; every call where there is no secret. A bean in
 * every application, since Quarkus registers interceptors before it leaves beans out.
 */
@ApplicationScoped
@GlobalInterceptor
public class ServerGuard implements ServerInterceptor, Prioritized {
    private static final Logger LOG = Logger.getLogger(ServerGuard.class);

    private final Optional<ClusterSecret> secret;

    public ServerGuard(ClusterConfig config) {
        secret = config.secret().map(configured -> ClusterSecret.of(Optional.of(configured)));
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (secret.isPresent() && secret.get().isIn(headers)) {
            return next.startCall(call, headers);
        }
        LOG.debugf(
                "Refused a call of %s without the cluster's secret",
                call.getMethodDescriptor().getFullMethodName());
        call.close(Status.UNAUTHENTICATED.withDescription("the cluster's secret is missing or wrong"), new Metadata());
        return new ServerCall.Listener<>() {};
    }

    /** Before every other interceptor. */
    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }
}
