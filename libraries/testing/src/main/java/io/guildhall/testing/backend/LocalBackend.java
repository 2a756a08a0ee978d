package io.guildhall.testing.backend;

import io.guildhall.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Elasticsearch, Kafka, Redis or object store for tests, started by {@code ./guildhall backend}; it ends with this process. Where one can't be
 * had, the test that asks for it is skipped and says why.
 */
public final class LocalBackend {
    private static final String UNAVAILABLE = "could not be fetched";
    private static final String LOOPBACK = "127.0.0.1";

    /** What there is, and the option for its second port. */
    public enum Kind {
        ELASTICSEARCH("--transport-port"),
        KAFKA("--control-port"),
        REDIS(""),
        S3("");

        private final String second;

        Kind(String second) {
            this.second = second;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Names one that is there already, as HOST:PORT, for the one that all tests share. */
        private String variable() {
            return "GUILDHALL_TEST_" + name();
        }

        private String property() {
            return "guildhall.test." + word();
        }
    }

    private final Kind kind;
    private final Path directory;
    private final List<Integer> ports;

    private LocalBackend(Kind kind, Path directory, List<Integer> ports) {
        this.kind = kind;
        this.directory = directory;
        this.ports = ports;
    }

    /**
     * HOST:PORT of one that all test classes of this process share; it is started when it is first asked for. Where it is, stands in a system property:
     * tests with Quarkus have class loaders of their own, and with them their own copies of whatever is static, locks too.
     */
    public static String shared(Kind kind) {
        synchronized (Runtime.getRuntime()) {
            String known = System.getProperty(kind.property());
            if (known != null) {
                return known;
            }
            String given = System.getenv(kind.variable());
            String address =
                    given == null || given.isBlank() ? start(kind, "shared").address() : given;
            System.setProperty(kind.property(), address);
            return address;
        }
    }

    /**
     * Starts one of its own, to be killed and started again.
     *
     * @param name tells it from others of its kind in this process
     */
    public static LocalBackend start(Kind kind, String name) {
        Path backends = root().resolve(".guildhall/backends").resolve(kind.word());
        endLeftovers(backends);
        Path directory = backends.resolve(ProcessHandle.current().pid() + "-" + name);
        LocalBackend backend = new LocalBackend(kind, directory, List.of(FreePort.next(), FreePort.next()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
        backend.start();
        return backend;
    }

    public String address() {
        return LOOPBACK + ":" + ports.getFirst();
    }

    /** Starts it again, with the data that it left. */
    public void start() {
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                kind.word(),
                "--name",
                "tests",
                "--dir",
                directory.toString(),
                "--port",
                ports.getFirst().toString()));
        if (!kind.second.isEmpty()) {
            arguments.addAll(List.of(kind.second, ports.getLast().toString()));
        }
        Result result = backend(arguments);
        Assumptions.assumeFalse(result.complaint().contains(UNAVAILABLE), result.complaint());
        if (result.code() != 0) {
            throw new IllegalStateException(result.complaint());
        }
    }

    /** SIGKILL; returns when it is gone. */
    public void kill() {
        try {
            long id = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
            ProcessHandle.of(id).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path directory) {
        backend(List.of("stop", "--dir", directory.toString()));
        delete(directory);
    }

    /** Ends those of test processes that did not live to do it. */
    private static void endLeftovers(Path backends) {
        if (!Files.isDirectory(backends)) {
            return;
        }
        try (Stream<Path> owners = Files.list(backends)) {
            owners.filter(owner -> ProcessHandle.of(process(owner)).isEmpty()).forEach(LocalBackend::remove);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long process(Path directory) {
        return Long.parseLong(directory.getFileName().toString().split("-", 2)[0]);
    }

    private record Result(int code, String complaint) {}

    /** The project's command line, run to its end. */
    private static Result backend(List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(root().resolve("guildhall").toString(), "backend"));
        command.addAll(arguments);
        try {
            Path errors = Files.createTempFile("guildhall-backend", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectError(errors.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int code = process.waitFor();
            String complaint = Files.readString(errors);
            Files.delete(errors);
            return new Result(code, complaint);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The directory that holds ./guildhall. */
    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(directory.resolve("guildhall"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
