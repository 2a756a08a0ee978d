package io.guildhall.storage.embedded;

import io.guildhall.storage.scan.Tally;
import io.guildhall.storage.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Reads snapshots that {@link SnapshotWriter} wrote. */
public final class SnapshotFile {
    private static final int CACHE_MEGABYTES = 4;

    private SnapshotFile() {}

    /**
     * Reads the whole file and holds it against its manifest.
     *
     * @throws StoreException with a sentence for the operator when it is not a whole snapshot, or a damaged one
     */
    public static SnapshotManifest verify(Path file) {
        if (!Files.isRegularFile(file)) {
            throw failure("There is no snapshot at " + file + ".", null);
        }
        // Opened for writing, MVStore would mend what it can, and nobody would know.
        try (MVStore store = DataDirectory.builder(CACHE_MEGABYTES)
                .readOnly()
                .fileName(file.toString())
                .open()) {
            if (!store.hasMap(SnapshotManifest.MAP)) {
                throw failure(file + " is not a whole snapshot: it was cut short, or is the file of a store.", null);
            }
            SnapshotManifest manifest = SnapshotManifest.of(store.openMap(SnapshotManifest.MAP));
            manifest.maps().forEach((map, tally) -> compare(file, map, tally, read(store, map)));
            return manifest;
        } catch (StoreException found) {
            throw found;
        } catch (RuntimeException failure) {
            // What MVStore throws for files that it did not write is not its own exception only.
            throw failure("The snapshot " + file + " is damaged: " + failure.getMessage(), failure);
        }
    }

    private static Tally read(MVStore store, String name) {
        Tally.Sum sum = new Tally.Sum();
        if (store.hasMap(name)) {
            MVMap<byte[], byte[]> map = Engine.openMap(store, name);
            Cursor<byte[], byte[]> cursor = map.cursor(null);
            while (cursor.hasNext()) {
                byte[] key = cursor.next();
                sum.add(SnapshotWriter.hash(key, cursor.getValue()));
            }
        }
        return sum.tally();
    }

    private static void compare(Path file, String map, Tally expected, Tally found) {
        if (found.count() != expected.count()) {
            throw failure(
                    "The snapshot " + file + " is damaged: " + map + " has " + found.count() + " entries instead of "
                            + expected.count() + ".",
                    null);
        }
        if (!found.equals(expected)) {
            throw failure("The snapshot " + file + " is damaged: the checksum of " + map + " is wrong.", null);
        }
    }

    private static StoreException failure(String sentence, Throwable cause) {
        return new StoreException(StoreException.Reason.FAILED, sentence, cause);
    }
}
