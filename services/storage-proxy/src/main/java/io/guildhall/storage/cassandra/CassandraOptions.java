package io.guildhall.storage.cassandra;

import io.guildhall.storage.config.StorageConfig;
import java.time.Duration;

/**
 * How a store uses its cluster.
 *
 * @param requestTimeout how long one request to the cluster may take, with the driver's own retries of it
 * @param deadline how long a whole read or write may take, with all its requests and attempts
 * @param attempts how often a request is made at most when it times out or reaches nobody
 * @param speculativeDelay after which a read is also asked of another node
 * @param speculativeReads how many other nodes are asked at most; 0 asks none
 * @param writesInFlight how many write batches may be under way
 * @param writeBytes how many bytes they may have together
 * @param redoAfter how old a redo record must be before somebody else than its writer applies it
 * @param fencingTrust for how long an answer counts that says which epoch of an actor was claimed last
 */
public record CassandraOptions(
        String keyspace,
        Duration requestTimeout,
        Duration deadline,
        int attempts,
        Duration speculativeDelay,
        int speculativeReads,
        int writesInFlight,
        long writeBytes,
        Duration redoAfter,
        Duration fencingTrust) {

    public CassandraOptions {
        Keyspaces.requireValid(keyspace);
        if (redoAfter.compareTo(deadline.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "guildhall.storage.cassandra.redo-after must be at least twice the deadline of a write, which is "
                            + deadline + ", so that nobody takes a record from a writer that still works.");
        }
    }

    /** What the settings say when nobody changed them. */
    public static CassandraOptions defaults(String keyspace) {
        return new CassandraOptions(
                keyspace,
                Duration.ofSeconds(2),
                Duration.ofMillis(4_500),
                3,
                Duration.ofMillis(100),
                1,
                4_096,
                64 << 20,
                Duration.ofSeconds(60),
                Duration.ofSeconds(2));
    }

    public static CassandraOptions of(StorageConfig.Cassandra config) {
        return new CassandraOptions(
                config.keyspace(),
                config.requestTimeout(),
                config.deadline(),
                config.attempts(),
                config.speculativeReads().delay(),
                config.speculativeReads().executions(),
                config.writes().inFlight(),
                config.writes().bytes(),
                config.redoAfter(),
                config.fencingTrust());
    }

    public CassandraOptions withKeyspace(String other) {
        return new CassandraOptions(
                other,
                requestTimeout,
                deadline,
                attempts,
                speculativeDelay,
                speculativeReads,
                writesInFlight,
                writeBytes,
                redoAfter,
                fencingTrust);
    }
}
