package io.guildhall.rpc;

import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.guildhall.observability.trace.TraceParent;
import io.guildhall.observability.trace.Traces;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes the caller's span the current one while a call's service begins to work. Like {@link ServerGuard} a bean in every
 * application; it comes after the guard, so that no stranger's header is read.
 */
@ApplicationScoped
@GlobalInterceptor
public class TracingServerInterceptor implements ServerInterceptor {
    private final Traces traces;

    public TracingServerInterceptor(Traces traces) {
        this.traces = traces;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        ServerCall.Listener<Q> listener = next.startCall(call, headers);
        String traceParent = traces.on() ? headers.get(TracingClientInterceptor.HEADER) : null;
        if (traceParent == null) {
            return listener;
        }
        Context caller = TraceParent.read(traceParent);
        return new ForwardingServerCallListener.SimpleForwardingServerCallListener<>(listener) {
            @Override
            public void onHalfClose() {
                try (Scope ignored = caller.makeCurrent()) {
                    super.onHalfClose();
                }
            }
        };
    }
}
