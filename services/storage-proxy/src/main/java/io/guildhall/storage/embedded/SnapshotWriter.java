package io.guildhall.storage.embedded;

import com.google.common.hash.HashCode;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.guildhall.storage.durable.OwnersFiles;
import io.guildhall.storage.scan.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;

/**
 * Copies a view into a file of its own that a store can be opened on. What is in memory of the copy is bounded: it is
 * brought to the disk every few megabytes.
 *
 * <p>Entries come in the order of their keys but through an ordinary put: a map in the append mode marks its chunks so
 * that the compaction of the store that is later opened on the file would pass them over for ever.
 */
final class SnapshotWriter {
    private static final HashFunction HASH = Hashing.murmur3_128();

    /** Pages split in half while keys ascend; from this size they end as full as those of a store in use. */
    private static final int PAGE_BYTES = 8 << 10;

    private static final int CACHE_MEGABYTES = 4;
    private static final int COMMIT_BYTES = 4 << 20;

    private final MVStore copy;
    private final BooleanSupplier cancelled;
    private long uncommitted;

    private SnapshotWriter(MVStore copy, BooleanSupplier cancelled) {
        this.copy = copy;
        this.cancelled = cancelled;
    }

    /**
     * Writes the file and syncs it. When this fails there is none.
     *
     * @param file must not be there; nobody but its owner may read it
     * @param time now, in ms since 1970
     * @throws SnapshotCancelledException soon after {@code cancelled} says so
     */
    static SnapshotManifest write(EngineView view, Path file, long time, BooleanSupplier cancelled)
            throws IOException, SnapshotCancelledException {
        Path draft = file.resolveSibling(file.getFileName() + ".unfinished");
        OwnersFiles.create(draft);
        try {
            SnapshotManifest manifest = writeDraft(view, draft, time, cancelled);
            OwnersFiles.publish(draft, file);
            return manifest;
        } finally {
            OwnersFiles.deleteIfThere(draft);
        }
    }

    static HashCode hash(byte[] key, byte[] value) {
        return HASH.newHasher(key.length + value.length + Integer.BYTES)
                .putInt(key.length)
                .putBytes(key)
                .putBytes(value)
                .hash();
    }

    private static SnapshotManifest writeDraft(EngineView view, Path draft, long time, BooleanSupplier cancelled)
            throws SnapshotCancelledException {
        MVStore copy = DataDirectory.builder(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES)
                .fileName(draft.toString())
                .open();
        try {
            copy.setRetentionTime(0);
            SnapshotManifest manifest = new SnapshotWriter(copy, cancelled).copy(view, time);
            copy.sync();
            copy.close();
            return manifest;
        } finally {
            if (!copy.isClosed()) {
                copy.closeImmediately();
            }
        }
    }

    private SnapshotManifest copy(EngineView view, long time) throws SnapshotCancelledException {
        copy.<String, String>openMap("schema").putAll(view.columns());
        copy.<String, String>openMap(EngineProgress.MAP).putAll(view.progress());
        Map<String, Tally> maps = new HashMap<>();
        for (Map.Entry<String, RootReference<byte[], byte[]>> source :
                view.roots().entrySet()) {
            maps.put(source.getKey(), copyMap(source.getValue(), Engine.openMap(copy, source.getKey())));
        }
        SnapshotManifest manifest =
                new SnapshotManifest(time, view.sequence(), view.lastTime(), view.alsoWrittenTo(), maps);
        // All before it is in the file when the manifest is.
        copy.commit();
        copy.sync();
        copy.<String, String>openMap(SnapshotManifest.MAP).putAll(manifest.toEntries());
        copy.commit();
        return manifest;
    }

    private Tally copyMap(RootReference<byte[], byte[]> source, MVMap<byte[], byte[]> target)
            throws SnapshotCancelledException {
        Tally.Sum sum = new Tally.Sum();
        Cursor<byte[], byte[]> cursor = new Cursor<>(source, null, null);
        while (cursor.hasNext()) {
            byte[] key = cursor.next();
            byte[] value = cursor.getValue();
            target.put(key, value);
            sum.add(hash(key, value));
            uncommitted += key.length + value.length;
            if (uncommitted >= COMMIT_BYTES) {
                copy.commit();
                uncommitted = 0;
            }
            if (cancelled.getAsBoolean()) {
                throw new SnapshotCancelledException();
            }
        }
        return sum.tally();
    }
}
