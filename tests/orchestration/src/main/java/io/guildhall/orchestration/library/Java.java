package io.guildhall.orchestration.library;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.workplace.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** In the exact versions of pom.xml, built by Maven when a source is newer; the Java itself is the one that leads the programs. */
public final class Java implements Language {
    private static final Map<String, String> PROGRAMS =
            Map.of("jda", "io.guildhall.libraries.jda.Jda", "discord4j", "io.guildhall.libraries.discord4j.Discord4j");

    private final Path tests;
    private final Path target;

    public Java(Path tests) {
        this.tests = tests.resolve("java");
        this.target = this.tests.resolve("target");
    }

    @Override
    public String name() {
        return "Java";
    }

    @Override
    public Optional<String> missing() {
        return Command.isThere("mvn") ? Optional.empty() : Optional.of("Maven");
    }

    @Override
    public void prepare(Consumer<Libraries.Program> ready) {
        try {
            build();
            String path = target.resolve("classes") + ":" + Files.readString(target.resolve("classpath"));
            PROGRAMS.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(program -> ready.accept(program(program.getKey(), program.getValue(), path)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Libraries.Program program(String name, String main, String path) {
        return new Libraries.Program(
                name,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        path,
                        main));
    }

    private void build() throws IOException {
        Path built = target.resolve("classpath");
        if (Files.exists(built) && sources().stream().noneMatch(source -> isNewer(source, built))) {
            return;
        }
        List<String> maven =
                List.of("mvn", "-B", "-q", "-f", tests.resolve("pom.xml").toString(), "process-classes");
        Files.deleteIfExists(target.resolve("classpath"));
        if (new Command(maven, Map.of("JAVA_HOME", System.getProperty("java.home"))).run() != 0) {
            throw new Refusal("the Java libraries could not be built");
        }
    }

    private List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>(
                Trees.files(tests.resolve("src"), file -> file.toString().endsWith(".java")));
        sources.add(tests.resolve("pom.xml"));
        return sources;
    }

    private static boolean isNewer(Path source, Path built) {
        try {
            return Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(built)) > 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
