package io.guildhall.tests.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process of this test's, on the loopback interface; it ends with the test. */
final class LocalNode implements AutoCloseable {
    private final List<String> command;
    private final Map<String, String> settings;
    private final Path directory;
    private final String name;
    private Process process;

    LocalNode(String name, List<String> command, Map<String, String> settings, Path directory) {
        this.name = name;
        this.command = command;
        this.settings = settings;
        this.directory = directory;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
        start();
    }

    /** As it is built, with the Java that runs this test. */
    static LocalNode service(String name, String service, Map<String, String> settings, Path directory) {
        Path runner = Path.of("../../services", service, "target/quarkus-app/quarkus-run.jar")
                .toAbsolutePath();
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        return new LocalNode(
                name,
                List.of(java, "-Xmx384m", "-XX:TieredStopAtLevel=1", "-jar", runner.toString()),
                settings,
                directory);
    }

    void start() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve(name + ".log").toFile()));
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }
}
