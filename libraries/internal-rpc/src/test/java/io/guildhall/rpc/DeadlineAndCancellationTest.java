package io.guildhall.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Context;
import io.grpc.Deadline;
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
import io.guildhall.observability.trace.Traces;
import io.guildhall.rpc.config.ClusterConfig;
import io.guildhall.testing.Settings;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a called node learns of its caller's patience. */
class DeadlineAndCancellationTest {
    private static final String SECRET = "a-secret-that-is-long-enough-for-a-test";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Silent silent = new Silent();
    private Server server;
    private Connections connections;
    private Node node;
    private Peers<Storage> peers;

    @BeforeEach
    void start() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(silent)
                .build()
                .start();
        node = new Node("s1", Role.STORAGE_PROXY, "127.0.0.1:" + server.getPort(), "", false);
        StaticDiscovery discovery = new StaticDiscovery(List.of(), List.of(node));
        connections = new Connections(config(), discovery, Traces.off(), Clock.systemUTC());
        peers = new PeersProducer(connections).stores();
    }

    @AfterEach
    void stop() {
        connections.close();
        server.shutdownNow();
    }

    @Test
    void theDeadlineReachesTheOtherNodeInPlaceOfTheUsualOne() {
        Deadline usual = Deadline.after(15, TimeUnit.SECONDS);
        Cancellable call = read(peers.at(node, MINUTE));

        assertThat(usual.isBefore(silent.deadline.join())).isTrue();
        call.cancel();
    }

    @Test
    void aCallWithoutADeadlineHasTheUsualOne() {
        Cancellable call = read(peers.at(node));

        assertThat(silent.deadline.join().isBefore(Deadline.after(MINUTE.toSeconds(), TimeUnit.SECONDS)))
                .isTrue();
        call.cancel();
    }

    @Test
    void aCancelledSubscriptionEndsTheWorkAtTheOtherNode() {
        Cancellable call = read(peers.at(node, MINUTE));
        silent.deadline.join();
        assertThat(silent.ended).isNotDone();

        call.cancel();

        silent.ended.join();
    }

    @Test
    void aDeadlineThatPassesEndsTheWorkAtTheOtherNode() {
        Storage impatient = peers.at(node, Duration.ofMillis(500));

        // On a machine that has much to do it passes before the other node hears of the call.
        while (!silent.deadline.isDone()) {
            Throwable failure = catchThrowable(() ->
                    impatient.read(ReadRequest.getDefaultInstance()).await().indefinitely());
            assertThat(CallFailure.of(failure)).isEqualTo(CallFailure.LATE);
        }
        silent.ended.join();
    }

    @Test
    void outsideACallNothingIsChanged() {
        assertThat(CancelledCalls.heeded(Uni.createFrom().item(5)).await().indefinitely())
                .isEqualTo(5);
        assertThat(catchThrowable(() -> CancelledCalls.heeded(Uni.createFrom().failure(new IllegalStateException("no")))
                        .await()
                        .indefinitely()))
                .hasMessage("no");
    }

    private static Cancellable read(Storage storage) {
        return storage.read(ReadRequest.getDefaultInstance()).subscribe().with(reply -> {}, failure -> {});
    }

    private static ClusterConfig config() {
        return Settings.of(ClusterConfig.class).with(Map.of("guildhall.cluster.secret", SECRET));
    }

    /** Never answers, but notes until when it would have had to and whether it was told to stop. */
    private static final class Silent extends MutinyStorageGrpc.StorageImplBase {
        private final CompletableFuture<Deadline> deadline = new CompletableFuture<>();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        @Override
        public Uni<ReadReply> read(ReadRequest request) {
            Uni<ReadReply> never = Uni.createFrom().nothing();
            deadline.complete(Context.current().getDeadline());
            return CancelledCalls.heeded(never.onCancellation().invoke(() -> ended.complete(null)));
        }
    }
}
