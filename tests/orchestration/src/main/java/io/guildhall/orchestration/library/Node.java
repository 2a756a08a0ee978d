package io.guildhall.orchestration.library;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.Command;
import io.guildhall.orchestration.workplace.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** In the exact versions of package-lock.json, installed beside the programs; Node itself is there, since it leads all programs. */
public final class Node implements Language {
    private static final String SUFFIX = ".js";

    private final Path tests;

    public Node(Path tests) {
        this.tests = tests.resolve("node");
    }

    @Override
    public String name() {
        return "JavaScript";
    }

    @Override
    public Optional<String> missing() {
        return Command.isThere("npm") ? Optional.empty() : Optional.of("npm");
    }

    @Override
    public void prepare(Consumer<Libraries.Program> ready) {
        try {
            install();
            for (Path program :
                    Trees.files(tests.resolve("bots"), file -> file.toString().endsWith(SUFFIX))) {
                ready.accept(program(program));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Libraries.Program program(Path program) {
        String file = program.getFileName().toString();
        return new Libraries.Program(
                file.substring(0, file.length() - SUFFIX.length()), List.of("node", program.toString()));
    }

    private void install() throws IOException {
        Path wanted = tests.resolve("package-lock.json");
        Path installed = tests.resolve("node_modules").resolve("installed.json");
        if (Files.exists(installed) && Files.mismatch(wanted, installed) == -1) {
            return;
        }
        List<String> npm = List.of("npm", "ci", "--silent", "--ignore-scripts", "--omit=optional");
        if (new Command(npm, Map.of()).runIn(tests) != 0) {
            throw new Refusal("the JavaScript libraries could not be installed");
        }
        Files.copy(wanted, installed);
    }
}
