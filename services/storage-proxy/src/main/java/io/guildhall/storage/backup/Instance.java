package io.guildhall.storage.backup;

import io.guildhall.storage.embedded.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory with data: either that of a whole process, with the store, the attachments and the secrets in it, or that
 * of a store alone.
 *
 * @param root the directory
 * @param kind which of the two
 */
public record Instance(Path root, Kind kind) {
    private static final String STORE = "store";
    private static final String LOCK = "lock";
    private static final String UNFINISHED = ".unfinished";

    /** What the directory is. */
    public enum Kind {
        /** Of a process with everything in it. */
        WHOLE,
        /** Of a storage proxy. */
        STORE_ALONE
    }

    /** @throws BackupException when there is no store in the directory */
    public static Instance at(Path root) throws BackupException {
        for (Kind kind : Kind.values()) {
            Instance instance = new Instance(root, kind);
            if (Snapshots.isStore(instance.store())) {
                return instance;
            }
        }
        throw new BackupException("There is no data of Guildhall in " + root + ".");
    }

    /** The store's own directory. */
    public Path store() {
        return switch (kind) {
            case WHOLE -> root.resolve(STORE);
            case STORE_ALONE -> root;
        };
    }

    /**
     * What there is beside the store: secrets, attachments, small marks. Paths are relative to the root, in no order.
     * Files that somebody is still writing are left out.
     */
    public List<Path> otherFiles() throws IOException {
        if (kind == Kind.STORE_ALONE) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path relative = root.relativize(path);
                if (Files.isRegularFile(path) && isWanted(relative)) {
                    files.add(relative);
                }
            }
        }
        return files;
    }

    private static boolean isWanted(Path relative) {
        String name = relative.getFileName().toString();
        boolean lock = relative.getNameCount() == 1 && name.equals(LOCK);
        boolean unfinished = name.startsWith(UNFINISHED) || (relative.getNameCount() == 1 && name.endsWith(".new"));
        return !relative.startsWith(STORE) && !lock && !unfinished;
    }
}
