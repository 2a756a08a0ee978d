package io.guildhall.orchestration.backend;

import io.guildhall.orchestration.commandline.Options;
import io.guildhall.orchestration.workplace.Preparation;
import io.guildhall.orchestration.workplace.Workplace;
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
        boolean durable)
        implements Backend {
    private static final int PORT = 9042;
    private static final int STORAGE_PORT = 7000;
    private static final Set<String> WITH_VALUE =
            Set.of("--name", "--dir", "--ip", "--port", "--storage-port", "--seed", "--token");

    /** @throws io.guildhall.orchestration.commandline.Refusal when it has no name or directory */
    static CassandraNode read(String command, List<String> arguments) {
        Options options = Options.read(command, arguments, WITH_VALUE, Set.of("--durable"));
        Named named = Named.read(command, options);
        String address = options.value("--ip").orElse(Named.LOOPBACK);
        int storagePort = options.port("--storage-port").orElse(STORAGE_PORT);
        return new CassandraNode(
                named.name(),
                named.directory(),
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
                name,
                directory,
                Named.LOOPBACK,
                port,
                storagePort,
                Named.LOOPBACK + ":" + storagePort,
                Optional.empty(),
                true);
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

    @Override
    public String kind() {
        return "Cassandra";
    }

    @Override
    public void writeFiles() {
        CassandraFiles.write(this);
    }

    @Override
    public List<String> command(Preparation preparation, Workplace workplace) {
        return CassandraCommand.of(this, preparation.cassandra(), workplace);
    }

    @Override
    public boolean answers() {
        return Probe.cql(address, port);
    }

    @Override
    public Path log() {
        return directory.resolve("system.log");
    }
}
