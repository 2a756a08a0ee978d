package io.guildhall.storage.cassandra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real Cassandra for tests: one node and one cluster of three, which all test classes of this process share. Nothing outlives
 * the process; what a killed one left is ended by the next. {@code GUILDHALL_TEST_CASSANDRA=HOST:PORT} names a node that is
 * there already. Where Cassandra cannot be had, the test that asks is skipped and says why.
 */
public final class CassandraNodes {
    private static final String GIVEN = "GUILDHALL_TEST_CASSANDRA";
    private static final Path HOME = CassandraNode.root().resolve(".guildhall/backends");
    private static final int FIRST_PORT = Integer.getInteger("guildhall.test.ports", 21_000);
    private static final int PORTS = 900;
    private static final int CLUSTER = 3;

    /** Splits the ring of tokens in three. */
    private static final List<String> TOKENS =
            List.of("-9223372036854775808", "-3074457345618258603", "3074457345618258602");

    private static final ConcurrentLinkedQueue<CassandraNode> STARTED = new ConcurrentLinkedQueue<>();
    private static InetSocketAddress shared;
    private static List<CassandraNode> cluster = List.of();
    private static Optional<String> missing = Optional.empty();

    static {
        endLeftovers();
        Runtime.getRuntime().addShutdownHook(new Thread(CassandraNodes::stopAll));
    }

    private CassandraNodes() {}

    /** The address of the shared node, which is started when it is first asked for. */
    public static synchronized InetSocketAddress shared() {
        Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElseThrow());
        if (shared == null) {
            shared = given().orElseGet(() -> startOne().cql());
        }
        return shared;
    }

    /** Three durable nodes that know each other; started when they are first asked for. Who kills one starts it again. */
    static synchronized List<CassandraNode> three() {
        if (cluster.isEmpty()) {
            cluster = startThree();
        }
        KnownPeers.await(cluster.stream().map(CassandraNode::cql).toList());
        return cluster;
    }

    private static List<CassandraNode> startThree() {
        int port = freePort();
        int storagePort = port + 1;
        // Each is a seed, so that none gives up when it happens to be the first.
        String seeds = "127.0.0.1:" + storagePort + ",127.0.0.2:" + storagePort + ",127.0.0.3:" + storagePort;
        List<CassandraNode> nodes = new ArrayList<>();
        for (int number = 1; number <= CLUSTER; number++) {
            nodes.add(node(
                    "three-" + number,
                    "127.0.0." + number,
                    port,
                    "--storage-port",
                    Integer.toString(storagePort),
                    "--seed",
                    seeds,
                    "--token",
                    TOKENS.get(number - 1),
                    "--durable"));
        }
        try {
            return skippingWhenMissing(() -> {
                List<CompletableFuture<CassandraNode>> starts = nodes.stream()
                        .map(node -> CompletableFuture.supplyAsync(
                                node::start, task -> Thread.ofVirtual().start(task)))
                        .toList();
                starts.forEach(CompletableFuture::join);
                return nodes;
            });
        } catch (RuntimeException failure) {
            nodes.forEach(CassandraNode::stop);
            throw failure;
        }
    }

    private static CassandraNode startOne() {
        int port = freePort();
        CassandraNode node = node("shared", "127.0.0.1", port, "--storage-port", Integer.toString(port + 1));
        return skippingWhenMissing(node::start);
    }

    private static <T> T skippingWhenMissing(java.util.function.Supplier<T> start) {
        try {
            return start.get();
        } catch (RuntimeException failure) {
            Throwable cause =
                    failure.getCause() instanceof CassandraNode.BackendException ? failure.getCause() : failure;
            if (cause instanceof CassandraNode.BackendException
                    && (cause.getMessage().contains("could not be fetched")
                            || cause.getMessage().contains("needs Java 17"))) {
                missing = Optional.of("no Cassandra: " + cause.getMessage());
                Assumptions.abort(missing.get());
            }
            throw failure;
        }
    }

    private static Optional<InetSocketAddress> given() {
        String address = System.getProperty(GIVEN, System.getenv(GIVEN));
        return Optional.ofNullable(address)
                .filter(text -> !text.isBlank())
                .map(text -> CassandraTarget.parse("cassandra:" + text).hosts().getFirst());
    }

    private static CassandraNode node(String name, String address, int port, String... options) {
        Path directory =
                HOME.resolve(ProcessHandle.current().pid() + "-" + port).resolve(name);
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        CassandraNode node = new CassandraNode(directory, address, port, List.of(options));
        STARTED.add(node);
        return node;
    }

    /** A port on which nobody listens, and neither on the one after it. Other test processes begin to look elsewhere. */
    private static int freePort() {
        int offset = (int) (ProcessHandle.current().pid() * 7 % PORTS);
        for (int turn = 0; turn < PORTS; turn += 2) {
            int port = FIRST_PORT + (offset + turn) % PORTS;
            if (isFree(port) && isFree(port + 1)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST_PORT + " on");
    }

    private static boolean isFree(int port) {
        if (STARTED.stream().anyMatch(node -> Math.abs(node.cql().getPort() - port) < 2)) {
            return false;
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    private static void stopAll() {
        STARTED.parallelStream().forEach(CassandraNode::stop);
    }

    /** Ends the nodes of test processes that did not live to do it. */
    private static void endLeftovers() {
        if (!Files.isDirectory(HOME)) {
            return;
        }
        try (Stream<Path> owners = Files.list(HOME)) {
            for (Path owner : owners.toList()) {
                String pid = owner.getFileName().toString().split("-", 2)[0];
                if (pid.chars().allMatch(Character::isDigit)
                        && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    try (Stream<Path> nodes = Files.list(owner)) {
                        nodes.forEach(node -> new CassandraNode(node, "127.0.0.1", 1, List.of()).stop());
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
