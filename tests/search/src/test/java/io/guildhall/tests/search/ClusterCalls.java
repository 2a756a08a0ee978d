package io.guildhall.tests.search;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.guildhall.model.rpc.SearchGrpc;
import io.guildhall.model.rpc.SearchOperatorGrpc;
import io.guildhall.model.rpc.StorageGrpc;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Calls of nodes, as other nodes make them. */
final class ClusterCalls implements AutoCloseable {
    private static final Metadata.Key<String> SECRET =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Map<Integer, ManagedChannel> channels = new HashMap<>();

    SearchGrpc.SearchBlockingStub search(int port) {
        return SearchGrpc.newBlockingStub(channel(port)).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    SearchOperatorGrpc.SearchOperatorBlockingStub operator(int port) {
        return SearchOperatorGrpc.newBlockingStub(channel(port)).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    StorageGrpc.StorageBlockingStub storage(int port) {
        return StorageGrpc.newBlockingStub(channel(port));
    }

    private synchronized ManagedChannel channel(int port) {
        return channels.computeIfAbsent(port, ClusterCalls::open);
    }

    private static ManagedChannel open(int port) {
        return ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .intercept(new ShowsSecret())
                .build();
    }

    @Override
    public void close() {
        channels.values().forEach(ManagedChannel::shutdownNow);
    }

    private static final class ShowsSecret implements ClientInterceptor {
        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            return new ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void start(Listener<R> responses, Metadata headers) {
                    headers.put(SECRET, "Bearer " + SearchCluster.SECRET);
                    super.start(responses, headers);
                }
            };
        }
    }
}
