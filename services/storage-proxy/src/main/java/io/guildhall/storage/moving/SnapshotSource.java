package io.guildhall.storage.moving;

import io.guildhall.model.table.Table;
import io.guildhall.storage.durable.OwnersFiles;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.embedded.SnapshotManifest;
import io.guildhall.storage.embedded.Snapshots;
import io.guildhall.storage.scan.PartitionScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A data directory that a running process writes to, looked at in snapshots that the process makes. */
public final class SnapshotSource implements Source {
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final Path directory;
    private final Path work;
    private final Clock clock;
    private final Predicate<SnapshotManifest> fit;
    private EmbeddedStore snapshot;
    private Path place;
    private SnapshotManifest manifest;

    private SnapshotSource(Path directory, Path work, Clock clock, Predicate<SnapshotManifest> fit) {
        this.directory = directory;
        this.work = work;
        this.clock = clock;
        this.fit = fit;
    }

    /**
     * Has a first snapshot made.
     *
     * @param work a directory for snapshots; what is in it is deleted now and at the end
     * @param fit whether a snapshot may be moved to where it is moved
     * @throws NotDualWrittenException when it may not
     * @throws io.guildhall.storage.store.StoreException when there is no snapshot
     */
    public static SnapshotSource open(Path directory, Path work, Clock clock, Predicate<SnapshotManifest> fit) {
        SnapshotSource source = new SnapshotSource(directory, work, clock, fit);
        try {
            delete(work);
            OwnersFiles.createDirectory(work);
            source.refresh();
            return source;
        } catch (IOException failure) {
            throw new UncheckedIOException("No snapshot can be kept at " + work + ": " + failure, failure);
        } catch (RuntimeException failure) {
            source.close();
            throw failure;
        }
    }

    @Override
    public PartitionScanner scanner() {
        return snapshot;
    }

    @Override
    public long time() {
        return manifest.lastTime();
    }

    @Override
    public boolean keepsTimes() {
        return false;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    @Override
    public void refresh() {
        forget();
        place = work.resolve(UUID.randomUUID().toString());
        try {
            OwnersFiles.createDirectory(place);
        } catch (IOException failure) {
            throw new UncheckedIOException("No snapshot can be kept at " + place + ": " + failure, failure);
        }
        manifest = new Snapshots(clock).take(directory, Snapshots.dataFile(place), PATIENCE);
        if (!fit.test(manifest)) {
            throw new NotDualWrittenException(directory, manifest.alsoWrittenTo());
        }
        snapshot = EmbeddedStore.open(EmbeddedStoreOptions.at(place), clock, batches -> {});
    }

    @Override
    public OptionalLong rows(Table table) {
        return OptionalLong.of(snapshot.rows(table));
    }

    @Override
    public void close() {
        forget();
        deleteOrSay(work);
    }

    private void forget() {
        if (snapshot != null) {
            snapshot.close();
            snapshot = null;
        }
        if (place != null) {
            deleteOrSay(place);
        }
    }

    private static void deleteOrSay(Path root) {
        try {
            delete(root);
        } catch (IOException failure) {
            throw new UncheckedIOException(root + " is of no use any more but cannot be deleted: " + failure, failure);
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.notExists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
