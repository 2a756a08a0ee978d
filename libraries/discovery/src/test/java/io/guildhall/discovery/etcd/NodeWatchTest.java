package io.guildhall.discovery.etcd;

import static io.guildhall.testing.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.guildhall.discovery.NodeBook;
import io.guildhall.discovery.etcd.rpc.CompactionRequest;
import io.guildhall.discovery.etcd.rpc.KVGrpc;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeWatchTest {
    @TempDir
    private Path directory;

    private final NodeCodec codec = new NodeCodec("/guildhall");
    private final NodeBook book = new NodeBook(List.of());
    private final NodeWatch watch = new NodeWatch(codec, book);
    private EtcdServer server;
    private EtcdClient etcd;

    @BeforeEach
    void start() {
        server = EtcdServer.start(directory.resolve("etcd"));
        etcd = new EtcdClient(
                server.endpoint(),
                Duration.ofSeconds(5),
                new EtcdTls(Optional.empty(), Optional.empty(), Optional.empty()));
        until(this::answers);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            watch.stop();
            etcd.close();
            server.close();
        }
    }

    @Test
    void goesOnWhereItStopped() {
        watch.start(etcd);
        watch.stop();
        put(node("a"));

        watch.start(etcd);

        until(() -> book.nodes(Role.GUILD).equals(List.of(node("a"))));
    }

    @Test
    void listsEverythingWhenEtcdHasForgottenWhatCameSince() {
        put(node("a"));
        watch.start(etcd);
        watch.stop();
        put(node("b"));
        put(node("c"));
        compact(etcd.list(codec.folder()).getHeader().getRevision());

        until(() -> {
            if (!watch.running()) {
                watch.start(etcd);
            }
            return book.nodes(Role.GUILD).size() == 3;
        });

        assertThat(book.nodes(Role.GUILD)).containsExactly(node("a"), node("b"), node("c"));
    }

    @Test
    void aRefreshBringsWhatAWatchThatLagsHasNotToldAndOldNewsDoesNotUndoIt() {
        put(node("a"));
        watch.start(etcd);
        put(node("b"));
        put(new Node("a", Role.GUILD, "10.0.0.1:9000", "", true));

        watch.refresh(etcd);

        assertThat(book.nodes(Role.GUILD)).extracting(Node::id).containsExactly("a", "b");
        assertThat(book.nodes(Role.GUILD).getFirst().draining()).isTrue();
        put(node("c"));
        until(() -> book.nodes(Role.GUILD).size() == 3);
        assertThat(book.nodes(Role.GUILD).getFirst().draining()).isTrue();
    }

    @Test
    void leavesOutWhatItCanNotRead() {
        etcd.put(codec.folder().concat(ByteString.copyFromUtf8("guild/x")), ByteString.copyFromUtf8("{\"id\":"), 0);
        put(node("a"));

        watch.start(etcd);

        assertThat(book.nodes(Role.GUILD)).containsExactly(node("a"));
    }

    @Test
    void knowsNobodyOnceEmptied() {
        put(node("a"));
        watch.start(etcd);

        watch.empty();

        assertThat(book.nodes(Role.GUILD)).isEmpty();
        assertThat(watch.running()).isFalse();
    }

    private void put(Node node) {
        etcd.put(codec.key(node), codec.value(node), 0);
    }

    private void compact(long revision) {
        ManagedChannel channel =
                NettyChannelBuilder.forTarget(server.endpoint()).usePlaintext().build();
        KVGrpc.newBlockingStub(channel)
                .compact(CompactionRequest.newBuilder()
                        .setRevision(revision)
                        .setPhysical(true)
                        .build());
        channel.shutdownNow();
    }

    private boolean answers() {
        try {
            etcd.list(codec.folder());
            return true;
        } catch (RuntimeException starting) {
            return false;
        }
    }

    private static Node node(String id) {
        return new Node(id, Role.GUILD, "10.0.0.1:9000", "", false);
    }
}
