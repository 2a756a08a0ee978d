package io.guildhall.storage.embedded;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an {@link EmbeddedStore} behaves.
 *
 * @param directory where the data lies; empty keeps it in memory only
 * @param sync whether each group of writes is forced to the disk before it is acknowledged
 * @param queueBatches how many write batches may wait; one more is refused
 * @param queueBytes how many bytes of write batches may wait
 * @param checkpointBytes how much the log holds before it is brought into the data file; a start replays as much
 * @param cacheMegabytes the page cache
 * @param sweepRows how many rows with expired cells are cleaned a second, at most
 * @param alsoWrittenTo the store that takes every write of this one as well, under the time that the write carries;
 *     whoever copies this store to it reads that from the snapshot
 */
public record EmbeddedStoreOptions(
        Optional<Path> directory,
        boolean sync,
        int queueBatches,
        long queueBytes,
        int checkpointBytes,
        int cacheMegabytes,
        int sweepRows,
        Optional<String> alsoWrittenTo) {

    private static final int CHECKPOINT_BYTES = 4 << 20;
    private static final EmbeddedStoreOptions IN_MEMORY =
            new EmbeddedStoreOptions(Optional.empty(), false, 16_384, 64 << 20, CHECKPOINT_BYTES, 16, 1_000);

    /** A store whose writes go nowhere else. */
    public EmbeddedStoreOptions(
            Optional<Path> directory,
            boolean sync,
            int queueBatches,
            long queueBytes,
            int checkpointBytes,
            int cacheMegabytes,
            int sweepRows) {
        this(directory, sync, queueBatches, queueBytes, checkpointBytes, cacheMegabytes, sweepRows, Optional.empty());
    }

    public static EmbeddedStoreOptions inMemory() {
        return IN_MEMORY;
    }

    /** Synced, with the bounds of the default configuration. */
    public static EmbeddedStoreOptions at(Path directory) {
        return new EmbeddedStoreOptions(Optional.of(directory), true, 16_384, 64 << 20, CHECKPOINT_BYTES, 16, 1_000);
    }
}
