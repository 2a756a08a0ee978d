package io.guildhall.tests.search;

import io.guildhall.testing.Eventually;
import io.guildhall.testing.FreePort;
import io.guildhall.testing.backend.LocalBackend;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Assumptions;

/** A real Kafka, two real cells, a real Redis, etcd, a storage proxy and two search nodes, each a process as it is built. */
final class SearchCluster implements AutoCloseable {
    static final String SECRET = "not-a-secret-but-long-enough-for-this-test";

    /** Of the event log. */
    static final int PARTITIONS = 4;

    final LocalBackend kafka = LocalBackend.start(LocalBackend.Kind.KAFKA, "search");
    final LocalBackend one = LocalBackend.start(LocalBackend.Kind.ELASTICSEARCH, "cell-one");
    final LocalBackend two = LocalBackend.start(LocalBackend.Kind.ELASTICSEARCH, "cell-two");
    final LocalBackend redis = LocalBackend.start(LocalBackend.Kind.REDIS, "search-redis");
    final int store = FreePort.next();
    final List<Integer> asking = List.of(FreePort.next(), FreePort.next());
    final List<LocalNode> nodes = new ArrayList<>();

    private final List<Integer> management = List.of(FreePort.next(), FreePort.next(), FreePort.next());
    private final int etcd = FreePort.next();
    private final List<LocalNode> others = new ArrayList<>();

    SearchCluster(Path directory) {
        makeTopic();
        others.add(etcd(directory));
        others.add(
                LocalNode.service("store", "storage-proxy", settings(directory, store, management.get(2)), directory));
        for (int node = 0; node < asking.size(); node++) {
            nodes.add(LocalNode.service(
                    "search-" + node,
                    "search",
                    settings(directory, asking.get(node), management.get(node)),
                    directory));
        }
        management.forEach(this::awaitReady);
    }

    /** As the first guild node does. */
    private void makeTopic() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.address()))) {
            admin.createTopics(List.of(new NewTopic("guildhall.facts", PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** What nodes have in Redis. */
    List<String> sharedKeys() {
        Vertx vertx = Vertx.vertx();
        try {
            return Redis.createClient(vertx, "redis://" + redis.address())
                    .send(Request.cmd(Command.KEYS).arg("guildhall:*"))
                    .map(keys -> keys.stream().map(Response::toString).toList())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } finally {
            vertx.close();
        }
    }

    void awaitNode(int node) {
        awaitReady(management.get(node));
    }

    private Map<String, String> settings(Path directory, int internal, int operators) {
        Map<String, String> settings = new HashMap<>();
        settings.put("GUILDHALL_TOKEN_SECRET", SECRET);
        settings.put("GUILDHALL_CLUSTER_SECRET", SECRET);
        settings.put("GUILDHALL_DISCOVERY_ENDPOINTS", "127.0.0.1:" + etcd);
        settings.put("GUILDHALL_DISCOVERY_HOST", "127.0.0.1");
        settings.put("GUILDHALL_STORAGE_DIRECTORY", directory.resolve("data").toString());
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(FreePort.next()));
        settings.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(operators));
        settings.put("QUARKUS_GRPC_SERVER_HOST", "127.0.0.1");
        settings.put("QUARKUS_GRPC_SERVER_PORT", Integer.toString(internal));
        settings.put("GUILDHALL_EVENT_LOG_SERVERS", kafka.address());
        settings.put("GUILDHALL_SEARCH_CELLS", "one=http://" + one.address() + ",two=http://" + two.address());
        settings.put("QUARKUS_REDIS_HOSTS", "redis://" + redis.address());
        settings.put("GUILDHALL_SEARCH_REPLICAS", "0");
        settings.put("GUILDHALL_SEARCH_BINDINGS", "1s");
        return settings;
    }

    private LocalNode etcd(Path directory) {
        Optional<Path> executable = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "etcd"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(executable.isPresent(), "No etcd on the PATH: Debian's etcd-server has one");
        String client = "http://127.0.0.1:" + etcd;
        String peer = "http://127.0.0.1:" + FreePort.next();
        return new LocalNode(
                "etcd",
                List.of(
                        executable.get().toString(),
                        "--data-dir=" + directory.resolve("etcd"),
                        "--listen-client-urls=" + client,
                        "--advertise-client-urls=" + client,
                        "--listen-peer-urls=" + peer,
                        "--initial-advertise-peer-urls=" + peer,
                        "--initial-cluster=default=" + peer,
                        "--log-level=error"),
                Map.of(),
                directory);
    }

    private void awaitReady(int port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .build();
            Eventually.until(() -> {
                try {
                    return client.send(question, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
                } catch (IOException starting) {
                    return false;
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            });
        }
    }

    @Override
    public void close() {
        nodes.forEach(LocalNode::close);
        others.reversed().forEach(LocalNode::close);
        kafka.kill();
        one.kill();
        two.kill();
        redis.kill();
    }
}
