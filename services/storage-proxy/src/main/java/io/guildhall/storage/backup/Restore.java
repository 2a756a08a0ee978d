package io.guildhall.storage.backup;

import io.guildhall.storage.durable.OwnersFiles;
import io.guildhall.storage.embedded.SnapshotFile;
import io.guildhall.storage.embedded.SnapshotManifest;
import io.guildhall.storage.embedded.Snapshots;
import io.guildhall.storage.store.StoreException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Brings a backup back. Everything is checked before and while it is copied; the target appears under its name when it is
 * whole and on the disk.
 */
public final class Restore {
    private Restore() {}

    /**
     * Makes {@code to} what the original of the backup {@code from} was.
     *
     * @param to must be empty, or not there
     * @throws BackupException with a sentence for the operator; nothing was changed at {@code to} then
     */
    public static Backup.Summary restore(Path from, Path to) throws BackupException {
        Path place = to.toAbsolutePath().normalize();
        Path draft = place.resolveSibling(place.getFileName() + "-" + UUID.randomUUID() + ".unfinished");
        try {
            requireEmpty(to);
            BackupManifest manifest = BackupManifest.read(from);
            Instance backup = new Instance(from, manifest.kind());
            SnapshotManifest store = SnapshotFile.verify(Snapshots.dataFile(backup.store()));
            Files.createDirectories(place.getParent());
            OwnersFiles.createDirectory(draft);
            for (FileSeal seal : manifest.files()) {
                copy(from, draft, seal);
            }
            Trees.sync(draft);
            requireEmpty(to);
            Files.deleteIfExists(place);
            OwnersFiles.publish(draft, place);
            long bytes = manifest.files().stream().mapToLong(FileSeal::size).sum();
            return new Backup.Summary(store.rows(), manifest.files().size() - 1, bytes);
        } catch (StoreException damage) {
            throw new BackupException(damage.getMessage(), damage);
        } catch (IOException failure) {
            throw new BackupException("The backup could not be restored: " + failure, failure);
        } finally {
            Trees.deleteIfThere(draft);
        }
    }

    private static void copy(Path from, Path draft, FileSeal seal) throws IOException, BackupException {
        Path relative = Path.of(seal.path());
        if (relative.isAbsolute() || !draft.resolve(relative).normalize().startsWith(draft)) {
            throw new BackupException("The backup is damaged: it names a file outside of itself, " + seal.path() + ".");
        }
        Trees.createParents(draft, relative);
        Path target = draft.resolve(relative);
        OwnersFiles.create(target);
        FileSeal found;
        try {
            found = FileSeal.copy(from.resolve(relative), target, seal.path());
        } catch (NoSuchFileException missing) {
            throw new BackupException("The backup is damaged: " + seal.path() + " is missing.", missing);
        }
        if (!found.equals(seal)) {
            throw new BackupException("The backup is damaged: " + seal.path() + " was cut short or changed.");
        }
    }

    private static void requireEmpty(Path directory) throws IOException, BackupException {
        if (Files.notExists(directory)) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw new BackupException(directory + " is not a directory.");
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            if (!entries.iterator().hasNext()) {
                return;
            }
        }
        boolean used = Snapshots.isInUse(directory) || Snapshots.isInUse(directory.resolve("store"));
        throw new BackupException(
                used
                        ? directory + " is in use by a running process. Choose another directory."
                        : directory + " is not empty. Choose another directory, or move away what is in it.");
    }
}
