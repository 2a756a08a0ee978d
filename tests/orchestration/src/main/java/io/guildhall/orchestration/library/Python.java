package io.guildhall.orchestration.library;

import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.workplace.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Each with what it stands on in a folder of its own, in the exact versions of requirements/NAME.txt. A name may end in what is
 * installed beside the library; the program is named by what comes before.
 */
public final class Python implements Language {
    private static final String SUFFIX = ".txt";
    private static final String ENOUGH = "import sys, pip; sys.exit(sys.version_info < (3, 10))";

    private final Path tests;
    private final Path cache;

    public Python(Path tests, Path cache) {
        this.tests = tests.resolve("python");
        this.cache = cache.resolve("python");
    }

    @Override
    public String name() {
        return "Python";
    }

    @Override
    public Optional<String> missing() {
        boolean there =
                Command.of("sh", "-c", "exec python3 -c '" + ENOUGH + "'").succeeds();
        return there ? Optional.empty() : Optional.of("Python 3.10 or later with pip");
    }

    @Override
    public void prepare(Consumer<Libraries.Program> ready) {
        try {
            for (Path requirements : Trees.files(
                    tests.resolve("requirements"), file -> file.toString().endsWith(SUFFIX))) {
                String file = requirements.getFileName().toString();
                String name = file.substring(0, file.length() - SUFFIX.length());
                Path folder = cache.resolve(name);
                PythonPackages.install(requirements, folder);
                ready.accept(program(name, folder));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Libraries.Program program(String name, Path folder) {
        return new Libraries.Program(
                name,
                List.of(
                        "env",
                        "PYTHONPATH=" + tests + ":" + folder,
                        "PYTHONDONTWRITEBYTECODE=1",
                        "python3",
                        "-m",
                        "bots." + name.split("-", 2)[0]));
    }
}
