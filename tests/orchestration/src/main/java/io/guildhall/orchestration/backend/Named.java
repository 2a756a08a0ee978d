package io.guildhall.orchestration.backend;

import io.guildhall.orchestration.commandline.Options;
import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.workplace.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every backend has from whoever starts it, and where it runs. */
record Named(String name, Path directory) {
    static final String LOOPBACK = "127.0.0.1";

    /** @throws Refusal when it has no name or directory */
    static Named read(String command, Options options) {
        Optional<String> name = options.value("--name").filter(word -> !word.isEmpty());
        Optional<String> directory = options.value("--dir").filter(word -> !word.isEmpty());
        if (name.isEmpty() || directory.isEmpty()) {
            throw new Refusal(command + " needs --name and --dir");
        }
        return new Named(
                name.orElseThrow(),
                Path.of(directory.orElseThrow()).toAbsolutePath().normalize());
    }

    /** Writes files, by their paths below the directory, and makes empty directories. */
    static void write(Path directory, Map<String, String> files, List<String> directories) {
        try {
            Files.createDirectories(directory);
            for (String path : directories) {
                Files.createDirectories(directory.resolve(path));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The command that runs this checkout's Java. */
    static String java(Workplace workplace) {
        return workplace.javaHome().resolve("bin").resolve("java").toString();
    }
}
