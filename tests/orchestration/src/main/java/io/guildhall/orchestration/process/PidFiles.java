package io.guildhall.orchestration.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which processes were started under which name: a file for each, with its id. Beside it stands what tells the process from another
 * one that has got its id since; only what was started here is ever taken for running.
 */
public final class PidFiles {
    private final Path directory;
    private final Processes processes;

    public PidFiles(Path directory, Processes processes) {
        this.directory = directory;
        this.processes = processes;
    }

    public void write(String name, long id) {
        try {
            Files.createDirectories(directory);
            Optional<String> birth = processes.birth(id);
            if (birth.isPresent()) {
                Files.writeString(birthFile(name), birth.orElseThrow());
            } else {
                Files.deleteIfExists(birthFile(name));
            }
            Files.writeString(directory.resolve(name), id + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What was written last, whether it runs or not. */
    public OptionalLong id(String name) {
        return read(directory.resolve(name))
                .filter(text -> text.matches("[0-9]+"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    /** The id of the process of this name that runs. */
    public OptionalLong running(String name) {
        OptionalLong id = id(name);
        if (id.isEmpty() || !processes.isAlive(id.getAsLong())) {
            return OptionalLong.empty();
        }
        Optional<String> written = read(birthFile(name));
        boolean same = written.isEmpty() || written.equals(processes.birth(id.getAsLong()));
        return same ? id : OptionalLong.empty();
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name));
            Files.deleteIfExists(birthFile(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path birthFile(String name) {
        return directory.resolve("." + name + ".birth");
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
