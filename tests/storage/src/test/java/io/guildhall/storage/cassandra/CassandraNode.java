package io.guildhall.storage.cassandra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One real Cassandra process, started and stopped by ./guildhall backend. */
final class CassandraNode {
    private final Path directory;
    private final String address;
    private final int port;
    private final List<String> options;
    private long pid;

    CassandraNode(Path directory, String address, int port, List<String> options) {
        this.directory = directory;
        this.address = address;
        this.port = port;
        this.options = List.copyOf(options);
    }

    InetSocketAddress cql() {
        return InetSocketAddress.createUnresolved(address, port);
    }

    /** Starts it, on the data of its last life when it had one, and waits until it answers. */
    CassandraNode start() {
        List<String> arguments = new ArrayList<>(
                List.of("start", "cassandra", "--name", directory.getFileName().toString()));
        arguments.addAll(List.of("--dir", directory.toString(), "--ip", address, "--port", Integer.toString(port)));
        arguments.addAll(options);
        String printed = Script.backend(arguments);
        pid = Long.parseLong(printed.strip());
        return this;
    }

    /** SIGKILL. */
    void kill() {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGSTOP: connections stay, nothing answers. */
    void freeze() {
        Script.signal("STOP", pid);
    }

    void thaw() {
        Script.signal("CONT", pid);
    }

    void stop() {
        Script.backend(List.of("stop", "--dir", directory.toString()));
        deleteData();
    }

    /** The log stays. */
    private void deleteData() {
        Path data = directory.resolve("data");
        if (!Files.exists(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The project's command line, run to its end. */
    private static final class Script {
        /** Enough for the tables of a few keyspaces. */
        private static final String HEAP = "512m";

        static String backend(List<String> arguments) {
            List<String> command =
                    new ArrayList<>(List.of(root().resolve("guildhall").toString(), "backend"));
            command.addAll(arguments);
            return run(command);
        }

        static void signal(String name, long pid) {
            run(List.of("kill", "-" + name, Long.toString(pid)));
        }

        private static String run(List<String> command) {
            try {
                Path errors = Files.createTempFile("guildhall-backend", ".log");
                ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
                builder.environment().putIfAbsent("GUILDHALL_CASSANDRA_HEAP", HEAP);
                Process process = builder.start();
                String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int code = process.waitFor();
                String complaint = Files.readString(errors);
                Files.delete(errors);
                if (code != 0) {
                    throw new BackendException(complaint);
                }
                return printed;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** The directory that holds ./guildhall. */
    static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(directory.resolve("guildhall"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new BackendException(
                        "./guildhall is in no directory above " + Path.of("").toAbsolutePath());
            }
        }
        return directory;
    }

    /** The script could not do it; the message is what it printed. */
    static final class BackendException extends RuntimeException {
        private static final long serialVersionUID = 1;

        BackendException(String message) {
            super(message);
        }
    }
}
