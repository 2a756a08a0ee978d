package io.guildhall.orchestration.backend;

import io.guildhall.orchestration.commandline.Options;
import io.guildhall.orchestration.commandline.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One Cassandra to start.
 *
 * @param name for people; all nodes are of one cluster when they name each other as seeds
 * @param directory with its configuration, data, log and process id
 * @param seed addresses with storage ports, separated by commas
 * @param token of its own; nodes that have tokens and name each other as seeds may start at the same time, others one after the other
 * @param durable whether its schema and its last writes survive a SIGKILL; without, it starts and creates tables faster
 */
public record CassandraNode(
        String name,
        Path directory,
        String address,
        int port,
        int storagePort,
        String seed,
        Optional<String> token,
        boolean durable) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORT = 9042;
    private static final int STORAGE_PORT = 7000;
    private static final Set<String> WITH_VALUE =
            Set.of("--name", "--dir", "--ip", "--port", "--storage-port", "--seed", "--token");

    /** @throws Refusal when it has no name or directory */
    static CassandraNode read(List<String> arguments) {
        String command = "backend start cassandra";
        Options options = Options.read(command, arguments, WITH_VALUE, Set.of("--durable"));
        Optional<String> name = options.value("--name").filter(word -> !word.isEmpty());
        Optional<String> directory = options.value("--dir").filter(word -> !word.isEmpty());
        if (name.isEmpty() || directory.isEmpty()) {
            throw new Refusal(command + " needs --name and --dir");
        }
        String address = options.value("--ip").orElse(LOOPBACK);
        int storagePort = options.port("--storage-port").orElse(STORAGE_PORT);
        return new CassandraNode(
                name.orElseThrow(),
                Path.of(directory.orElseThrow()).toAbsolutePath().normalize(),
                address,
                options.port("--port").orElse(PORT),
                storagePort,
                options.value("--seed").filter(word -> !word.isEmpty()).orElse(address + ":" + storagePort),
                options.value("--token").filter(word -> !word.isEmpty()),
                options.has("--durable"));
    }

    /** A node alone on loopback that keeps what it acknowledges. */
    public static CassandraNode alone(String name, Path directory, int port, int storagePort) {
        return new CassandraNode(
                name, directory, LOOPBACK, port, storagePort, LOOPBACK + ":" + storagePort, Optional.empty(), true);
    }

    Path configuration() {
        return directory.resolve("conf");
    }

    Path data() {
        return directory.resolve("data");
    }

    Path temporary() {
        return directory.resolve("tmp");
    }

    Path output() {
        return directory.resolve("out.log");
    }

    Path log() {
        return directory.resolve("system.log");
    }
}
