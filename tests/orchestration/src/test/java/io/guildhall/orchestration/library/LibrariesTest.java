package io.guildhall.orchestration.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.orchestration.suite.Reports;
import io.guildhall.orchestration.suite.Tally;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibrariesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void aLanguageWithoutItsToolsIsSkippedAndCounted() {
        Tally tally = libraries().run(List.of(new Absent("Go"), new Absent("Rust")), Map.of());
        assertThat(tally).isEqualTo(Tally.skipping(2));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "The libraries of Go are skipped: a tool is missing.",
                        "The libraries of Rust are skipped: a tool is missing.");
    }

    @ParameterizedTest
    @CsvSource({
        "cargo 1.88.0 (873a06493 2025-05-10), false",
        "cargo 1.89.0 (c24e10642 2025-06-23), true",
        "cargo 1.90.0-nightly, true",
        "cargo 1.100.0, true",
        "cargo 2.0.0, true",
        "cargo 0.95.0, false",
        "cargo, false",
        "cargo new, false"
    })
    void cargoHasToBeNewEnough(String version, boolean enough) {
        assertThat(Rust.isEnough(version)).isEqualTo(enough);
    }

    @Test
    void aProgramIsNamedByWhatComesBeforeItsExtras() {
        Python python = new Python(Path.of("/tests"), Path.of("/cache"));
        assertThat(python.program("hikari-speedups", Path.of("/cache/python/hikari-speedups")))
                .isEqualTo(new Libraries.Program(
                        "hikari-speedups",
                        List.of(
                                "env",
                                "PYTHONPATH=/tests/python:/cache/python/hikari-speedups",
                                "PYTHONDONTWRITEBYTECODE=1",
                                "python3",
                                "-m",
                                "bots.hikari")));
    }

    @Test
    void aProgramOfNodeIsNamedByItsFile() {
        Path program = Path.of("/tests/node/bots/dysnomia.js");
        assertThat(Node.program(program))
                .isEqualTo(new Libraries.Program("dysnomia", List.of("node", program.toString())));
    }

    @Test
    void aProgramOfJavaIsAMainClassOnThePathThatMavenWrote() {
        assertThat(Java.program("jda", "a.Main", "classes:a.jar").command())
                .startsWith(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .endsWith("-cp", "classes:a.jar", "a.Main");
    }

    private Libraries libraries() {
        return new Libraries(
                directory,
                directory,
                new Reports(directory, directory),
                new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private record Absent(String name) implements Language {
        @Override
        public Optional<String> missing() {
            return Optional.of("a tool");
        }

        @Override
        public void prepare(Consumer<Libraries.Program> ready) {
            throw new AssertionError("it is not there");
        }
    }
}
