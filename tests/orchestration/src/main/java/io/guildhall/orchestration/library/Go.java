package io.guildhall.orchestration.library;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** In the exact versions of go.mod. */
public final class Go implements Language {
    private static final List<String> NAMES = List.of("discordgo", "disgo");

    private final Path tests;
    private final Path cache;

    public Go(Path tests, Path cache) {
        this.tests = tests.resolve("go");
        this.cache = cache.resolve("go");
    }

    @Override
    public String name() {
        return "Go";
    }

    @Override
    public Optional<String> missing() {
        return Command.isThere("go") ? Optional.empty() : Optional.of("Go 1.24 or later");
    }

    @Override
    public void prepare(Consumer<Libraries.Program> ready) {
        try {
            Files.createDirectories(cache);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        List<String> build = List.of("go", "build", "-o", cache + "/", "./discordgo", "./disgo");
        if (new Command(build, Map.of()).runIn(tests) != 0) {
            throw new Refusal("the Go libraries could not be built");
        }
        NAMES.forEach(name -> ready.accept(
                new Libraries.Program(name, List.of(cache.resolve(name).toString()))));
    }
}
