package io.guildhall.search.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a search node behaves. */
@ConfigMapping(prefix = "guildhall.search")
public interface SearchConfig {
    /** The cells, each as NAME=http://host:port, where they are not registered in etcd. A name is never given to another cell. */
    Optional<List<String>> cells();

    /** Who this node is to every cell; nobody, unless both are given. */
    Optional<String> cellUsername();

    /** What this node proves it with. */
    Optional<String> cellPassword();

    /** Indexes in each cell. Homes are spread over them; another number holds for homes that are bound later. */
    @WithDefault("4")
    int indexes();

    /** Messages with which a home is too large for an index that it shares, and moves into one of its own; 0: none ever is. */
    @WithDefault("10000000")
    long large();

    /** Shards of an index that a home has for itself. Another number holds for homes that move later. */
    @WithDefault("4")
    int shards();

    /** Copies that a cell keeps of an index that is made, beside the first. */
    @WithDefault("1")
    int replicas();

    /**
     * Bytes of the event log that may be on their way into cells. No more is read while there are so many. Each of several cells has an equal part of
     * it; what does not fit there waits in Kafka, in the cell's own topic.
     */
    @WithDefault("67108864")
    long mostBytes();

    /** Changes that one request to a cell has at most. */
    @WithDefault("1000")
    int batch();

    /** How often a cell that does not answer is asked whether it does again. */
    @WithDefault("2s")
    Duration probe();

    /** How long it is remembered where a home is bound. Other nodes may use a binding for so long after it was changed. */
    @WithDefault("10s")
    Duration bindings();

    /** How long a search waits for an index that is being made before it says so. */
    @WithDefault("2s")
    Duration patience();

    /** How long it is taken for granted that an index in which everything was found to be still has it; 0: each search asks its cell for that, too. */
    @WithDefault("2s")
    Duration ready();

    /** How long an owner's term that the event log did not tell of yet is waited for before the home's index is made anew. */
    @WithDefault("1m")
    Duration terms();

    /** Homes that this node reads from the store at one time. */
    @WithDefault("2")
    int builds();

    /** Messages a second that this node reads from the store for each of these. */
    @WithDefault("2000")
    int buildRate();

    /** How often it is looked for homes to be read and for cells to be emptied. */
    @WithDefault("1s")
    Duration look();

    /** How often some messages of one home, as they are stored, are compared with what is indexed. Each home's turn comes after all others'. */
    @WithDefault("1s")
    Duration reconcile();

    /** How old a message must be to be compared: what is younger may be on its way. */
    @WithDefault("1m")
    Duration settled();

    /** The longest that one read or write of the store may take. */
    @WithDefault("5s")
    Duration storeTimeout();
}
