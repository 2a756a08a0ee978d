package io.guildhall.relay;

import static io.guildhall.relay.Frames.event;
import static io.guildhall.relay.Frames.join;
import static io.guildhall.relay.Frames.session;
import static io.guildhall.relay.Frames.state;
import static io.guildhall.relay.RelayHarness.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayClient;
import io.guildhall.model.rpc.RelayNotice;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelayOverGrpcTest {
    private static final Node GATEWAY = new Node("g1", Role.GATEWAY, "", "", false);

    @Inject
    Peers<Relay> relays;

    @Inject
    FakeNodes nodes;

    @ConfigProperty(name = "quarkus.grpc.server.test-port")
    int port;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @Test
    void carriesEventsInOrderAndAcknowledgesThem() {
        List<RelayNotice> notices = new CopyOnWriteArrayList<>();
        AtomicReference<MultiEmitter<? super OwnerFrame>> emitter = new AtomicReference<>();
        Multi<OwnerFrame> frames = Multi.createFrom().emitter(created -> emitter.set(created));

        relays.at(relay()).deliver(frames).subscribe().with(notices::add, failure -> {});
        eventually(() -> emitter.get() != null);
        emitter.get().emit(state(0).build());
        emitter.get().emit(join(0, session("g1", 1)).build());
        for (int sequence = 1; sequence <= 500; sequence++) {
            emitter.get().emit(event(sequence, "E" + sequence).build());
        }

        eventually(() ->
                notices.stream().anyMatch(notice -> notice.getAcknowledged().getSequence() == 500));
        assertThat(nodes.gateway().received(1))
                .hasSize(500)
                .startsWith("E1", "E2")
                .endsWith("E499", "E500");
        emitter.get().complete();
    }

    /** Only so does nothing of it wait in the connection any more. */
    @Test
    void aStreamWhoseFramesFailIsCancelled() {
        AtomicReference<MultiEmitter<? super OwnerFrame>> emitter = new AtomicReference<>();
        AtomicReference<Throwable> end = new AtomicReference<>();
        Multi<OwnerFrame> frames = Multi.createFrom().emitter(created -> emitter.set(created));
        relays.at(relay()).deliver(frames).subscribe().with(notice -> {}, end::set);
        eventually(() -> emitter.get() != null);
        emitter.get().emit(state(0).build());

        emitter.get().fail(new CancellationException("cut"));

        eventually(() -> end.get() != null);
        assertThat(Status.fromThrowable(end.get()).getCode()).isEqualTo(Status.Code.CANCELLED);
    }

    @Test
    void refusesACallerWithoutTheSecret() {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        Relay stranger = new RelayClient("stranger", channel, (name, stub) -> stub);

        assertThatThrownBy(() -> stranger.deliver(Multi.createFrom().empty())
                        .collect()
                        .asList()
                        .await()
                        .indefinitely())
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
        channel.shutdownNow();
    }

    @Test
    void isReady() throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("cluster membership");
    }

    private Node relay() {
        return new Node("r1", Role.RELAY, "127.0.0.1:" + port, "", false);
    }

    /** The rest of the cluster. */
    @Singleton
    static class FakeNodes {
        private final FakeGateway gateway = new FakeGateway();

        FakeGateway gateway() {
            return gateway;
        }

        @Produces
        @Singleton
        Discovery discovery() {
            Node self = new Node("r1", Role.RELAY, "", "", false);
            return new StaticDiscovery(List.of(self), List.of(self, GATEWAY));
        }

        @Produces
        @Singleton
        Peers<GatewayNode> gateways() {
            return node -> gateway;
        }
    }
}
