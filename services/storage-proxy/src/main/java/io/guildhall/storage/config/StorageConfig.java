package io.guildhall.storage.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the storage proxy and its stores. */
@ConfigMapping(prefix = "guildhall.storage")
public interface StorageConfig {
    /** What the rows are kept in. */
    @WithDefault("embedded")
    Kind kind();

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

    Cassandra cassandra();

    /**
     * A second store that gets every write as well, while everything else is moved to it: cassandra:HOST[:PORT][,HOST...][/KEYSPACE].
     * A write is acknowledged when it is in both. docs/moving-up.md says when to set this and when to take it away.
     */
    Optional<String> alsoWriteTo();

    /** Who we are at the second store, where it asks for that. */
    Optional<String> alsoWriteToUsername();

    /** The password for it. */
    Optional<String> alsoWriteToPassword();

    Queue queue();

    Flights flights();

    Sharing sharing();

    Remnants remnants();

    /** The stores there are. */
    enum Kind {
        /** Files in a directory of this machine. */
        EMBEDDED,
        /** A Cassandra or ScyllaDB cluster. */
        CASSANDRA
    }

    /**
     * The cluster, when kind is cassandra. Where it is and who we are there is said with the extension's own keys:
     * quarkus.cassandra.contact-points (HOST:PORT,...), .local-datacenter (otherwise that of the contact points), .auth.username
     * and .auth.password. Every read and write is at LOCAL_QUORUM, every compare-and-set at LOCAL_SERIAL.
     */
    interface Cassandra {
        /** Where the tables are. */
        @WithDefault("guildhall")
        String keyspace();

        /** What happens to the schema at the start. */
        @WithDefault("apply")
        SchemaAction schema();

        /**
         * Copies of each row when the keyspace is made, as DATACENTER=COPIES,... Without it, three in each data centre, or as
         * many as it has nodes. A keyspace that is there keeps what it has.
         */
        Optional<String> replication();

        /** How long the start waits for a node of the cluster. */
        @WithDefault("60s")
        Duration startTimeout();

        /** How long one request to the cluster may take. */
        @WithDefault("2s")
        Duration requestTimeout();

        /** How long a read or write may take, with everything it asks of the cluster. Shorter than callers wait. */
        @WithDefault("4500ms")
        Duration deadline();

        /** How often a request that timed out or reached nobody is made, the first time included. */
        @WithDefault("3")
        int attempts();

        /**
         * How old the record of a batch in parts must be before another proxy than its writer applies it. At least twice the
         * deadline.
         */
        @WithDefault("60s")
        Duration redoAfter();

        /** How often such records are looked for. */
        @WithDefault("30s")
        Duration redoInterval();

        /**
         * For how long a proxy goes by what the cluster said of who owns an actor. A claim after a crash waits as long, so that
         * proxies that did not hear of it acknowledge nothing of the last owner any more. The same at all proxies; well above what a
         * read takes at worst, since a write is acknowledged only by an answer that is not older.
         */
        @WithDefault("2s")
        Duration fencingTrust();

        SpeculativeReads speculativeReads();

        Writes writes();
    }

    /** What the start does about the schema of the cluster. */
    enum SchemaAction {
        /** Adds what is missing. */
        APPLY,
        /** Refuses to start when something is missing. */
        CHECK
    }

    /** Reads that are also asked of another node when the first one is slow. Writes never are. */
    interface SpeculativeReads {
        /** After how long. Well above the usual answer, so that few reads are made twice. */
        @WithDefault("100ms")
        Duration delay();

        /** Of how many other nodes at most; 0 for none. */
        @WithDefault("1")
        int executions();
    }

    /** Write batches that are under way in a cluster. One more than allowed is refused at once with RESOURCE_EXHAUSTED. */
    interface Writes {
        /** How many. */
        @WithDefault("4096")
        int inFlight();

        /** How many bytes they may have together. */
        @WithDefault("67108864")
        long bytes();
    }

    /** Write batches that wait for the disk. One more than fits is refused at once with RESOURCE_EXHAUSTED. */
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

        /** Callers that wait for the same read. */
        @WithDefault("16384")
        int aboard();

        /** Callers that wait for reads, all together; and as many writes may wait for other nodes. */
        @WithDefault("131072")
        int waiting();

        /**
         * How long a read of the store may take. Then all that wait for it fail with DEADLINE_EXCEEDED. Also how long the
         * acknowledgement of a write waits, at most, for another node that shares reads of what was written and does not
         * answer: its reads are over by then. So it must be the same at all nodes.
         */
        @WithDefault("4s")
        Duration deadline();
    }

    /** How reads of one partition meet at one of several nodes. Of no use where there is only one. */
    interface Sharing {
        /**
         * How long after a change of the nodes no read joins one under way whose partition moved to this node, and writers tell
         * both the previous and the new node. Must be longer than it can take until every node knows of a change, so
         * longer than guildhall.discovery.lease-ttl.
         */
        @WithDefault("15s")
        Duration settle();
    }

    /**
     * What edits left behind that raced with deletes. Readers never see it; it is removed when a read comes across it, and by
     * a sweep through all tables in the background, which proxies share among them. Stores that cannot be scanned have no sweep.
     */
    interface Remnants {
        /** Remnants that reads came across and that wait to be removed. What is more is left to the sweep. */
        @WithDefault("10000")
        int queue();

        /** Whether this proxy takes part in the sweep. */
        @WithDefault("true")
        boolean sweep();

        /** How many rows the sweep of one proxy looks at a second. */
        @WithDefault("2000")
        int rowsPerSecond();

        /** How long a proxy rests when it has been through all its share. */
        @WithDefault("6h")
        Duration pause();
    }
}
