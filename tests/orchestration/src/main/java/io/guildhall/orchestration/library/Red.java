package io.guildhall.orchestration.library;

import io.guildhall.orchestration.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Red-DiscordBot as its registry has it, in the exact versions of tests/bots/red/requirements.txt. */
public final class Red {
    /** Red wants no newer Python than this, and fetches what adds to it with git. */
    private static final String FITS = "import sys, pip; sys.exit(not (3, 9) <= sys.version_info < (3, 12))";

    private final Path requirements;
    private final Path folder;

    public Red(Path bots, Path cache) {
        this.requirements = bots.resolve("red").resolve("requirements.txt");
        this.folder = cache.resolve("red");
    }

    /** What this machine lacks for it. */
    public Optional<String> missing() {
        if (!Command.of("sh", "-c", "exec python3 -c '" + FITS + "'").succeeds()) {
            return Optional.of("Python 3.9, 3.10 or 3.11 with pip");
        }
        return Command.isThere("git") ? Optional.empty() : Optional.of("git");
    }

    /** @return the folder that has it */
    public Path installed() {
        try {
            PythonPackages.install(requirements, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return folder;
    }
}
