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
 * @param cacheMegabytes the page cache
 * @param sweepRows how many rows with expired cells are cleaned a second, at most
 */
public record EmbeddedStoreOptions(
        Optional<Path> directory, boolean sync, int queueBatches, long queueBytes, int cacheMegabytes, int sweepRows) {

    private static final EmbeddedStoreOptions IN_MEMORY =
            new EmbeddedStoreOptions(Optional.empty(), false, 16_384, 64 << 20, 16, 1_000);

    public static EmbeddedStoreOptions inMemory() {
        return IN_MEMORY;
    }

    public static EmbeddedStoreOptions at(Path directory) {
        return new EmbeddedStoreOptions(Optional.of(directory), true, 16_384, 64 << 20, 16, 1_000);
    }
}
