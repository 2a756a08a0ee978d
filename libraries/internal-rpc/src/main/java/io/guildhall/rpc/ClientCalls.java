package io.guildhall.rpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Shows the cluster's secret with every call, gives every call that has one answer a deadline, and remembers of each whether
 * it left.
 */
final class ClientCalls implements ClientInterceptor {
    private final ClusterSecret secret;
    private final Duration deadline;

    ClientCalls(ClusterSecret secret, Duration deadline) {
        this.secret = secret;
        this.deadline = deadline;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        boolean needsDeadline = method.getType() == MethodDescriptor.MethodType.UNARY && options.getDeadline() == null;
        CallOptions limited =
                needsDeadline ? options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS) : options;
        SentMark sent = new SentMark();
        return new ForwardingClientCall.SimpleForwardingClientCall<>(
                next.newCall(method, limited.withStreamTracerFactory(sent))) {
            @Override
            public void start(Listener<R> responses, Metadata headers) {
                secret.attach(headers);
                super.start(sent.watching(responses), headers);
            }
        };
    }
}
