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
        Path root = Path.of("../..").toAbsolutePath().normalize();
        try (Stream<Path> libraries = Files.list(root.resolve("libraries"));
                Stream<Path> services = Files.list(root.resolve("services"))) {
            List<Path> modules = Stream.of(
                            Stream.of(root.resolve("shared-model"), root.resolve("tests/orchestration")),
                            libraries,
                            services)
                    .flatMap(some -> some)
                    .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                    .toList();
            List<Path> compiled = modules.stream()
                    .map(module -> module.resolve("target/classes"))
                    .toList();
            // What is not there keeps every rule.
            assertThat(compiled).isNotEmpty().allSatisfy(classes -> assertThat(classes)
                    .isDirectory());
            return new ClassFileImporter().importPaths(compiled);
        }
    }
}
