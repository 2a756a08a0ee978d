package io.guildhall.storage.backup;

import io.guildhall.storage.durable.OwnersFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Directories with all that is below them. */
final class Trees {
    private static final Logger LOG = Logger.getLogger(Trees.class);

    private Trees() {}

    /** A relative path with slashes, wherever this runs. */
    static String name(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    /** Makes the directories between the root and a file below it. */
    static void createParents(Path root, Path relative) throws IOException {
        Path directory = root;
        for (int index = 0; index < relative.getNameCount() - 1; index++) {
            directory = directory.resolve(relative.getName(index));
            if (Files.notExists(directory)) {
                OwnersFiles.createDirectory(directory);
            }
        }
    }

    /** Brings everything below the directory, and it itself, to the disk. */
    static void sync(Path root) throws IOException {
        for (Path path : deepestFirst(root)) {
            OwnersFiles.sync(path);
        }
    }

    /** For what was not finished: whatever stays is logged. */
    static void deleteIfThere(Path root) {
        if (Files.notExists(root)) {
            return;
        }
        try {
            for (Path path : deepestFirst(root)) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            LOG.warnf("%s is of no use any more but cannot be deleted: %s", root, failure);
        }
    }

    private static List<Path> deepestFirst(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
