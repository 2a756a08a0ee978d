package io.guildhall.storage.backup;

import io.guildhall.storage.durable.OwnersFiles;
import io.guildhall.storage.embedded.SnapshotManifest;
import io.guildhall.storage.embedded.Snapshots;
import io.guildhall.storage.store.StoreException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes backups: directories that hold a copy of everything as of one moment, whether or not a process serves from the
 * original meanwhile. A backup appears under its name when it is whole and on the disk; what a kill leaves behind has
 * another name, which ends in {@code .unfinished}.
 *
 * <p>The store is copied first and the attachments after it, so that every attachment that the store knows was there to
 * be copied. One that was deleted in between is missing, like its message is in the original.
 */
public final class Backup {
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final Clock clock;
    private final Snapshots snapshots;

    public Backup(Clock clock) {
        this.clock = clock;
        this.snapshots = new Snapshots(clock);
    }

    /** What a backup holds. */
    public record Summary(long rows, int otherFiles, long bytes) {}

    /**
     * Copies the data directory {@code from} into the new directory {@code to}.
     *
     * @throws BackupException with a sentence for the operator; there is nothing at {@code to} then
     */
    public Summary take(Path from, Path to) throws BackupException {
        Instance instance = Instance.at(from);
        if (Files.exists(to)) {
            throw new BackupException(to + " is there already. Choose another name for the backup.");
        }
        Path place = to.toAbsolutePath().normalize();
        if (place.startsWith(from.toAbsolutePath().normalize())) {
            throw new BackupException("The backup " + to + " would be within the directory that it is of.");
        }
        Path draft = place.resolveSibling(place.getFileName() + "-" + UUID.randomUUID() + ".unfinished");
        try {
            Files.createDirectories(place.getParent());
            OwnersFiles.createDirectory(draft);
            Summary summary = fill(instance, draft);
            OwnersFiles.publish(draft, place);
            return summary;
        } catch (StoreException failure) {
            throw new BackupException(failure.getMessage(), failure);
        } catch (IOException failure) {
            throw new BackupException(
                    "The backup could not be written: " + reason(failure, place.getParent()), failure);
        } finally {
            Trees.deleteIfThere(draft);
        }
    }

    private Summary fill(Instance instance, Path draft) throws IOException {
        List<FileSeal> seals = new ArrayList<>();
        Path store = new Instance(draft, instance.kind()).store();
        if (!store.equals(draft)) {
            OwnersFiles.createDirectory(store);
        }
        Path data = Snapshots.dataFile(store);
        SnapshotManifest manifest = snapshots.take(instance.store(), data, PATIENCE);
        seals.add(FileSeal.of(data, Trees.name(draft.relativize(data))));
        List<Path> others = instance.otherFiles();
        for (Path file : others) {
            copy(instance.root(), draft, file, seals);
        }
        new BackupManifest(clock.instant(), instance.kind(), seals).write(draft);
        Trees.sync(draft);
        long bytes = seals.stream().mapToLong(FileSeal::size).sum();
        return new Summary(manifest.rows(), seals.size() - 1, bytes);
    }

    private static void copy(Path root, Path draft, Path file, List<FileSeal> seals) throws IOException {
        Path target = draft.resolve(file);
        Trees.createParents(draft, file);
        OwnersFiles.create(target);
        try {
            seals.add(FileSeal.copy(root.resolve(file), target, Trees.name(file)));
        } catch (NoSuchFileException deletedMeanwhile) {
            Files.delete(target);
        }
    }

    private static String reason(IOException failure, Path where) {
        try {
            FileStore disk = Files.getFileStore(where);
            if (disk.getUsableSpace() < 1 << 20) {
                return "the disk of " + where + " is full.";
            }
        } catch (IOException unknown) {
            failure.addSuppressed(unknown);
        }
        return failure.toString();
    }
}
