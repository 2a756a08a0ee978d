package io.guildhall.standalone.data;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers across restarts that something was done once. */
public record Marker(Path file) {
    /** True for the first call ever, on this data directory. */
    public boolean set() throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException doneBefore) {
            return false;
        }
    }
}
