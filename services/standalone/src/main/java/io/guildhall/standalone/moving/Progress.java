package io.guildhall.standalone.moving;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * How far an import has come, in a file: the name of the file of the export that is read, and how many of its messages are durable. It only saves
 * work: what is written twice is the same.
 */
final class Progress {
    private final Path file;
    private String reading = "";
    private long done;

    private Progress(Path file) {
        this.file = file;
    }

    /** What an earlier run has left, if any. What can't be understood counts as nothing. */
    static Progress of(Path file) throws IOException {
        Progress progress = new Progress(file);
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() == 2 && lines.get(1).matches("[0-9]{1,18}")) {
                progress.reading = lines.get(0);
                progress.done = Long.parseLong(lines.get(1));
            }
        }
        return progress;
    }

    /** How many messages of this file are written; files are read in the order of their names. */
    long doneOf(String name) {
        int order = name.compareTo(reading);
        return order < 0 ? Long.MAX_VALUE : order == 0 ? done : 0;
    }

    void reached(String name, long messages) throws IOException {
        reading = name;
        done = messages;
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, name + "\n" + messages + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void finished() throws IOException {
        Files.deleteIfExists(file);
    }
}
