package io.guildhall.rpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * What a caller learns of a failure here: its status when it has one, otherwise only that there was one. The message
 * stays in this node's log, since it may quote what a user wrote.
 */
@ApplicationScoped
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class ServerFailures implements ExceptionHandlerProvider {
    private static final Logger LOG = Logger.getLogger(ServerFailures.class);

    @Override
    public <Q, R> ExceptionHandler<Q, R> createHandler(
            ServerCall.Listener<Q> listener, ServerCall<Q, R> call, Metadata metadata) {
        return new ExceptionHandler<>(listener, call, metadata) {
            @Override
            protected void handleException(Throwable failure, ServerCall<Q, R> failed, Metadata headers) {
                failed.close(Status.fromThrowable(transform(failure)), new Metadata());
            }
        };
    }

    @Override
    public Throwable transform(Throwable failure) {
        if (failure instanceof StatusRuntimeException || failure instanceof StatusException) {
            return failure;
        }
        LOG.error("A call from another node failed", failure);
        return Status.INTERNAL
                .withDescription(failure.getClass().getSimpleName())
                .asRuntimeException();
    }
}
