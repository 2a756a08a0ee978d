package io.guildhall.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.MutinyStorageGrpc;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.observability.trace.Traces;
import io.guildhall.rpc.config.ClusterConfig;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.Settings;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final String SECRET = "a-secret-that-is-long-enough-for-a-test";

    private final StaticDiscovery discovery = new StaticDiscovery(List.of(), List.of());
    private final SilentWriter writer = new SilentWriter();
    private Server server;
    private Node node;
    private Connections connections;

    @BeforeEach
    void startServer() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(writer)
                .intercept(new ServerGuard(config(SECRET)))
                .build()
                .start();
        node = new Node("s1", Role.STORAGE_PROXY, "127.0.0.1:" + server.getPort(), "", false);
        discovery.replace(Role.STORAGE_PROXY, List.of(node));
    }

    @AfterEach
    void stop() {
        connections.close();
        server.shutdownNow();
    }

    @Test
    void reachesAPeerThatHasTheSameSecret() {
        assertThat(read(peers(SECRET))).isEqualTo(ReadReply.getDefaultInstance());
    }

    @Test
    void isRefusedWithAnotherSecret() {
        Peers<Storage> strangers = peers(SECRET + "-not");

        Throwable failure = catchThrowable(() -> read(strangers));

        assertThat(CallFailure.of(failure)).isEqualTo(CallFailure.REFUSED);
        assertThat(CallFailure.of(failure).passing()).isFalse();
    }

    @Test
    void keepsOneClientForEachNode() {
        Peers<Storage> peers = peers(SECRET);

        assertThat(peers.at(node)).isSameAs(peers.at(node));
        assertThat(connections.open()).isOne();
    }

    @Test
    void givesUpAtTheDeadline() {
        Peers<Storage> peers = peers(SECRET);

        Throwable failure = catchThrowable(() ->
                peers.at(node).write(WriteRequest.getDefaultInstance()).await().indefinitely());

        assertThat(CallFailure.of(failure)).isEqualTo(CallFailure.LATE);
        assertThat(CallFailure.of(failure).passing()).isTrue();
    }

    @Test
    void closesTheConnectionToANodeThatLeft() {
        Peers<Storage> peers = peers(SECRET);
        read(peers);

        discovery.replace(Role.STORAGE_PROXY, List.of());

        Eventually.until(() -> connections.open() == 0);
    }

    @Test
    void saysThatADeadPeerCanNotBeReached() {
        Peers<Storage> peers = peers(SECRET);
        server.shutdownNow();

        Throwable failure = catchThrowable(() -> read(peers));

        assertThat(CallFailure.of(failure)).isEqualTo(CallFailure.UNSENT);
        assertThat(CallFailure.of(failure).passing()).isTrue();
    }

    @Test
    void leavesOpenWhatAPeerThatDiedMeanwhileDid() {
        Peers<Storage> peers = peers(SECRET);
        read(peers);

        Throwable failure = catchThrowable(() -> {
            CompletableFuture<WriteReply> answer =
                    peers.at(node).write(WriteRequest.getDefaultInstance()).subscribeAsCompletionStage();
            writer.asked.await();
            server.shutdownNow();
            answer.join();
        });

        assertThat(CallFailure.of(failure)).isEqualTo(CallFailure.UNREACHABLE);
    }

    private ReadReply read(Peers<Storage> peers) {
        return peers.at(node).read(ReadRequest.getDefaultInstance()).await().indefinitely();
    }

    private Peers<Storage> peers(String secret) {
        connections = new Connections(config(secret), discovery, Traces.off(), Clock.systemUTC());
        return new PeersProducer(connections).stores();
    }

    private static ClusterConfig config(String secret) {
        return Settings.of(ClusterConfig.class)
                .with(Map.of("guildhall.cluster.secret", secret, "guildhall.cluster.rpc.deadline", "5s"));
    }

    /** Answers reads; never answers writes. */
    private static final class SilentWriter extends MutinyStorageGrpc.StorageImplBase {
        private final CountDownLatch asked = new CountDownLatch(1);

        @Override
        public Uni<ReadReply> read(ReadRequest request) {
            return Uni.createFrom().item(ReadReply.getDefaultInstance());
        }

        @Override
        public Uni<WriteReply> write(WriteRequest request) {
            asked.countDown();
            return Uni.createFrom().nothing();
        }
    }
}
