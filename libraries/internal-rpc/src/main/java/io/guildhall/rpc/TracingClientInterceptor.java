package io.guildhall.rpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.guildhall.observability.trace.TraceParent;
import io.guildhall.observability.trace.Traces;
import io.opentelemetry.api.trace.Span;

/** Tells the called node which span a call belongs to, when that span is kept. */
final class TracingClientInterceptor implements ClientInterceptor {
    static final Metadata.Key<String> HEADER = Metadata.Key.of(TraceParent.HEADER, Metadata.ASCII_STRING_MARSHALLER);

    private final Traces traces;

    TracingClientInterceptor(Traces traces) {
        this.traces = traces;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        ClientCall<Q, R> call = next.newCall(method, options);
        // A stream outlives what opened it; its frames name their spans themselves.
        if (!traces.on() || method.getType() != MethodDescriptor.MethodType.UNARY) {
            return call;
        }
        String traceParent = TraceParent.of(Span.current());
        return traceParent.isEmpty() ? call : telling(call, traceParent);
    }

    private static <Q, R> ClientCall<Q, R> telling(ClientCall<Q, R> call, String traceParent) {
        return new ForwardingClientCall.SimpleForwardingClientCall<>(call) {
            @Override
            public void start(Listener<R> responses, Metadata headers) {
                headers.put(HEADER, traceParent);
                super.start(responses, headers);
            }
        };
    }
}
