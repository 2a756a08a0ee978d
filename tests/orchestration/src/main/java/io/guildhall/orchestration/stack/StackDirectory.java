package io.guildhall.orchestration.stack;

import io.guildhall.orchestration.commandline.Refusal;
import io.guildhall.orchestration.workplace.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What a stack keeps: its shape, secrets, certificates, process ids, logs and data. It is its owner's alone. */
public record StackDirectory(Path path) {
    private static final int SECRET_BYTES = 32;

    public Path log(String node) {
        return path.resolve("logs").resolve(node + ".log");
    }

    public Path pids() {
        return path.resolve("pids");
    }

    public Path certificates() {
        return path.resolve("tls");
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Makes the directories, and their owner's alone. */
    public void make() {
        try {
            Files.createDirectories(path.resolve("logs"));
            Files.createDirectories(pids());
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** That of the last start, or the usual one. */
    public Shape shape() {
        Shape usual = Shape.USUAL;
        return new Shape(
                read("port").map(Integer::parseInt).orElse(usual.port()),
                read("kind").map(Store::named).orElse(usual.store()),
                read("mode")
                        .map(word -> Mode.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(usual.mode()),
                Files.isDirectory(certificates()),
                read("search").map(Boolean::parseBoolean).orElse(usual.searching()),
                read("push").map(Boolean::parseBoolean).orElse(usual.pushing()));
    }

    /** All but the encryption, which the certificates tell. */
    public void keep(Shape shape) {
        write("port", Integer.toString(shape.port()));
        write("kind", shape.store().word());
        write("mode", shape.mode().word());
        write("search", Boolean.toString(shape.searching()));
        write("push", Boolean.toString(shape.pushing()));
    }

    /**
     * A secret of this name, made once.
     *
     * @throws Refusal when no stack has been here
     */
    public String secret(String name) {
        return secret(name, () -> {
            byte[] bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        });
    }

    /** One of another form, made once. */
    String secret(String name, Supplier<String> made) {
        if (!Files.isDirectory(path)) {
            throw new Refusal("there is no stack in " + path);
        }
        Path file = path.resolve(name + ".secret");
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                Files.deleteIfExists(file);
                Files.createFile(file, ownersAlone("rw-------"));
                Files.writeString(file, made.get());
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Deletes a file or a directory with everything in it. */
    public void delete(String name) {
        try {
            Trees.delete(path.resolve(name));
        } catch (IOException failure) {
            throw new Refusal(name + " could not be deleted: " + failure.getMessage());
        }
    }

    static FileAttribute<?> ownersAlone(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private Optional<String> read(String name) {
        Path file = path.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
