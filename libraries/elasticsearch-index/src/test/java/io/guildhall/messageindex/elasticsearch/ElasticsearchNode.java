package io.guildhall.messageindex.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Elasticsearch for tests, which all test classes of this process share; it ends with the process. {@code
 * GUILDHALL_TEST_ELASTICSEARCH=HOST:PORT} names one that is there already. Where it cannot be had, the test that asks is skipped and
 * says why.
 */
final class ElasticsearchNode {
    private static final String GIVEN = "GUILDHALL_TEST_ELASTICSEARCH";
    private static final String UNAVAILABLE = "could not be fetched";

    private static URI shared;

    private ElasticsearchNode() {}

    /** Its address; it is started when it is first asked for. */
    static synchronized URI shared() {
        if (shared == null) {
            String given = System.getenv(GIVEN);
            shared = URI.create("http://" + (given == null || given.isBlank() ? start() : given));
        }
        return shared;
    }

    private static String start() {
        Path backends = root().resolve(".guildhall/backends/elasticsearch");
        endLeftovers(backends);
        Path directory = backends.resolve(Long.toString(ProcessHandle.current().pid()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(directory)));
        List<Integer> ports = freePorts();
        Result result = backend(
                "start",
                "elasticsearch",
                "--name",
                "tests",
                "--dir",
                directory.toString(),
                "--port",
                ports.getFirst().toString(),
                "--transport-port",
                ports.getLast().toString());
        Assumptions.assumeFalse(result.complaint().contains(UNAVAILABLE), result.complaint());
        if (result.code() != 0) {
            throw new IllegalStateException(result.complaint());
        }
        return "127.0.0.1:" + ports.getFirst();
    }

    private static void stop(Path directory) {
        backend("stop", "--dir", directory.toString());
        delete(directory.resolve("data"));
    }

    /** Ends the nodes of test processes that did not live to do it. */
    private static void endLeftovers(Path backends) {
        if (!Files.isDirectory(backends)) {
            return;
        }
        try (Stream<Path> owners = Files.list(backends)) {
            owners.filter(owner -> ProcessHandle.of(
                                    Long.parseLong(owner.getFileName().toString()))
                            .isEmpty())
                    .forEach(ElasticsearchNode::stop);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Result(int code, String complaint) {}

    /** The project's command line, run to its end. */
    private static Result backend(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(root().resolve("guildhall").toString(), "backend"));
        command.addAll(List.of(arguments));
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

    private static List<Integer> freePorts() {
        try (ServerSocket http = new ServerSocket(0);
                ServerSocket transport = new ServerSocket(0)) {
            return List.of(http.getLocalPort(), transport.getLocalPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
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

    private static void delete(Path data) {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
