package io.guildhall.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of the storage proxy and its embedded store. */
@ConfigMapping(prefix = "guildhall.storage")
public interface StorageConfig {
    /** Where the embedded store keeps its data. Created when it does not exist; one process at a time may use it. */
    @WithDefault("guildhall-data/store")
    Path directory();

    /** Keeps all data in memory and forgets it at the end, for tests and demonstrations. */
    @WithDefault("false")
    boolean inMemory();

    /**
     * Forces each group of writes to the disk before it is acknowledged. Without it, acknowledged writes survive the end
     * of the process in any way, but not a loss of power.
     */
    @WithDefault("true")
    boolean sync();

    /**
     * How many bytes of writes the log takes before they are brought into the data file. A start after a crash replays at
     * most about as much.
     */
    @WithDefault("4194304")
    int checkpointBytes();

    /** Memory for pages of the data file, in megabytes. */
    @WithDefault("64")
    int cacheMegabytes();

    /** How many rows with expired cells are cleaned up a second, at most. */
    @WithDefault("2000")
    int sweepRows();

    Queue queue();

    Flights flights();

    /** Write batches that wait for the disk. One more than fits is refused at once with UNAVAILABLE. */
    interface Queue {
        /** How many may wait. */
        @WithDefault("16384")
        int batches();

        /** How many bytes they may have together. */
        @WithDefault("67108864")
        long bytes();
    }

    /** Reads of the store that are under way. One more than allowed is refused at once with RESOURCE_EXHAUSTED. */
    interface Flights {
        /** Different reads of one partition. */
        @WithDefault("256")
        int perPartition();

        /** All reads together. */
        @WithDefault("8192")
        int inAll();
    }
}
