package io.guildhall.discovery.etcd;

import io.guildhall.testing.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A real etcd of one member, on free ports of the loopback interface. */
final class EtcdServer implements AutoCloseable {
    private final Path data;
    private final int clientPort = FreePort.next();
    private final int peerPort = FreePort.next();
    private Process process;

    private EtcdServer(Path data) {
        this.data = data;
    }

    /** Skips the test when there is no etcd to be run. */
    static EtcdServer start(Path data) {
        Optional<Path> executable = executable();
        Assumptions.assumeTrue(
                executable.isPresent(),
                "No etcd on the PATH: these tests need the executable of Debian's etcd-server or etcd's own release");
        EtcdServer server = new EtcdServer(data);
        server.run(executable.get());
        return server;
    }

    String endpoint() {
        return "127.0.0.1:" + clientPort;
    }

    /** The process stands still, as when the machine or the network between hangs. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    void restart() {
        close();
        run(executable().orElseThrow());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private void run(Path executable) {
        String client = "http://127.0.0.1:" + clientPort;
        String peer = "http://127.0.0.1:" + peerPort;
        try {
            process = new ProcessBuilder(
                            executable.toString(),
                            "--data-dir=" + data,
                            "--listen-client-urls=" + client,
                            "--advertise-client-urls=" + client,
                            "--listen-peer-urls=" + peer,
                            "--initial-advertise-peer-urls=" + peer,
                            "--initial-cluster=default=" + peer,
                            "--unsafe-no-fsync",
                            "--log-level=error")
                    .redirectErrorStream(true)
                    .redirectOutput(
                            data.resolveSibling("etcd-" + clientPort + ".log").toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> executable() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "etcd"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
