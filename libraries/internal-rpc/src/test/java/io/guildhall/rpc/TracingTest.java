package io.guildhall.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.guildhall.model.rpc.MutinyStorageGrpc;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.StorageClient;
import io.guildhall.observability.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls over a real connection. */
class TracingTest {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private Server server;
    private ManagedChannel channel;

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void theSpanOfTheCalledNodeIsBelowTheOneOfTheCaller() throws IOException {
        Traces traces = traces(Sampler.alwaysOn());

        Span caller = call(traces);

        SpanData called = exporter.getFinishedSpanItems().getFirst();
        assertThat(called.getName()).isEqualTo("called");
        assertThat(called.getTraceId()).isEqualTo(caller.getSpanContext().getTraceId());
        assertThat(called.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
        assertThat(called.getParentSpanContext().isRemote()).isTrue();
    }

    @Test
    void nothingIsToldOfASpanThatIsNotKept() throws IOException {
        call(traces(Sampler.alwaysOff()));

        assertThat(exporter.getFinishedSpanItems()).isEmpty();
    }

    private Span call(Traces traces) throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(new Called(traces))
                .intercept(new TracingServerInterceptor(traces))
                .build()
                .start();
        channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .intercept(new TracingClientInterceptor(traces))
                .build();
        Span caller = traces.begin("caller");
        try (Scope ignored = caller.makeCurrent()) {
            new StorageClient("storage", channel, (name, stub) -> stub)
                    .read(ReadRequest.getDefaultInstance())
                    .await()
                    .indefinitely();
        }
        caller.end();
        return caller;
    }

    private Traces traces(Sampler sampler) {
        return Traces.to(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setSampler(sampler)
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build());
    }

    private static final class Called extends MutinyStorageGrpc.StorageImplBase {
        private final Traces traces;

        private Called(Traces traces) {
            this.traces = traces;
        }

        @Override
        public Uni<ReadReply> read(ReadRequest request) {
            traces.begin("called").end();
            return Uni.createFrom().item(ReadReply.getDefaultInstance());
        }
    }
}
