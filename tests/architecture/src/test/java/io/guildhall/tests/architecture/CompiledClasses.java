package io.guildhall.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of every module. */
final class CompiledClasses {
    private CompiledClasses() {}

    static JavaClasses read() throws IOException {
        Path root = root();
        return read(Stream.of(
                        Stream.of(root.resolve("shared-model"), root.resolve("tests/orchestration")),
                        modules("libraries").stream(),
                        modules("services").stream())
                .flatMap(some -> some)
                .toList());
    }

    /** What is no service, and runs in several of them. */
    static JavaClasses readLibraries() throws IOException {
        return read(modules("libraries"));
    }

    static JavaClasses readServices() throws IOException {
        return read(modules("services"));
    }

    private static Path root() {
        return Path.of("../..").toAbsolutePath().normalize();
    }

    private static List<Path> modules(String folder) throws IOException {
        try (Stream<Path> modules = Files.list(root().resolve(folder))) {
            return modules.filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                    .toList();
        }
    }

    private static JavaClasses read(List<Path> modules) {
        List<Path> compiled =
                modules.stream().map(module -> module.resolve("target/classes")).toList();
        // What is not there keeps every rule.
        assertThat(compiled).isNotEmpty().allSatisfy(classes -> assertThat(classes)
                .isDirectory());
        return new ClassFileImporter().importPaths(compiled);
    }
}
