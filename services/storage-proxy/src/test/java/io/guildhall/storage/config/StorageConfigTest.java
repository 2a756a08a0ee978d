package io.guildhall.storage.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.storage.cassandra.CassandraOptions;
import io.guildhall.testing.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageConfigTest {
    @Test
    void theDefaultsAreSafeOnADisk() {
        StorageConfig config = config(Map.of());

        assertThat(config.directory()).isEqualTo(Path.of("guildhall-data/store"));
        assertThat(config.inMemory()).isFalse();
        assertThat(config.sync()).isTrue();
        assertThat(config.checkpointBytes()).isEqualTo(4 << 20);
        assertThat(config.cacheMegabytes()).isEqualTo(64);
        assertThat(config.sweepRows()).isEqualTo(2_000);
        assertThat(config.queue().batches()).isEqualTo(16_384);
        assertThat(config.queue().bytes()).isEqualTo(64 << 20);
        assertThat(config.flights().perPartition()).isEqualTo(256);
        assertThat(config.flights().inAll()).isEqualTo(8_192);
        assertThat(config.flights().aboard()).isEqualTo(16_384);
        assertThat(config.flights().waiting()).isEqualTo(131_072);
        assertThat(config.flights().deadline()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.sharing().settle()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.remnants().queue()).isEqualTo(10_000);
        assertThat(config.remnants().sweep()).isTrue();
        assertThat(config.remnants().rowsPerSecond()).isEqualTo(2_000);
        assertThat(config.remnants().pause()).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void theKeysOfRemnantsAreSpelledAsDocumented() {
        StorageConfig.Remnants remnants = config(Map.of(
                        "guildhall.storage.remnants.queue", "1",
                        "guildhall.storage.remnants.sweep", "false",
                        "guildhall.storage.remnants.rows-per-second", "2",
                        "guildhall.storage.remnants.pause", "3s"))
                .remnants();

        assertThat(remnants.queue()).isEqualTo(1);
        assertThat(remnants.sweep()).isFalse();
        assertThat(remnants.rowsPerSecond()).isEqualTo(2);
        assertThat(remnants.pause()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theStoreIsTheEmbeddedOneUnlessAClusterIsAskedFor() {
        StorageConfig config = config(Map.of());
        StorageConfig.Cassandra cluster = config.cassandra();

        assertThat(config.kind()).isEqualTo(StorageConfig.Kind.EMBEDDED);
        assertThat(cluster.schema()).isEqualTo(StorageConfig.SchemaAction.APPLY);
        assertThat(cluster.replication()).isEmpty();
        assertThat(cluster.startTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(cluster.redoInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(CassandraOptions.of(cluster)).isEqualTo(CassandraOptions.defaults("guildhall"));
    }

    @Test
    void everyKeyOfTheClusterIsSpelledAsDocumented() {
        StorageConfig config = config(Map.ofEntries(
                Map.entry("guildhall.storage.kind", "cassandra"),
                Map.entry("guildhall.storage.cassandra.keyspace", "other"),
                Map.entry("guildhall.storage.cassandra.schema", "check"),
                Map.entry("guildhall.storage.cassandra.replication", "here=3"),
                Map.entry("guildhall.storage.cassandra.start-timeout", "1s"),
                Map.entry("guildhall.storage.cassandra.request-timeout", "2s"),
                Map.entry("guildhall.storage.cassandra.deadline", "3s"),
                Map.entry("guildhall.storage.cassandra.fencing-trust", "11s"),
                Map.entry("guildhall.storage.cassandra.attempts", "4"),
                Map.entry("guildhall.storage.cassandra.redo-after", "7s"),
                Map.entry("guildhall.storage.cassandra.redo-interval", "6s"),
                Map.entry("guildhall.storage.cassandra.speculative-reads.delay", "5ms"),
                Map.entry("guildhall.storage.cassandra.speculative-reads.executions", "8"),
                Map.entry("guildhall.storage.cassandra.writes.in-flight", "9"),
                Map.entry("guildhall.storage.cassandra.writes.bytes", "10")));
        StorageConfig.Cassandra cluster = config.cassandra();

        assertThat(config.kind()).isEqualTo(StorageConfig.Kind.CASSANDRA);
        assertThat(cluster.schema()).isEqualTo(StorageConfig.SchemaAction.CHECK);
        assertThat(cluster.replication()).contains("here=3");
        assertThat(cluster.startTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(cluster.redoInterval()).isEqualTo(Duration.ofSeconds(6));
        assertThat(CassandraOptions.of(cluster))
                .isEqualTo(new CassandraOptions(
                        "other",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        4,
                        Duration.ofMillis(5),
                        8,
                        9,
                        10,
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(11)));
    }

    @Test
    void writesGoToNoOtherStoreUnlessOneIsNamed() {
        assertThat(config(Map.of()).alsoWriteTo()).isEmpty();
        StorageConfig config = config(Map.of(
                "guildhall.storage.also-write-to", "cassandra:there/guildhall",
                "guildhall.storage.also-write-to-username", "me",
                "guildhall.storage.also-write-to-password", "secret"));

        assertThat(config.alsoWriteTo()).contains("cassandra:there/guildhall");
        assertThat(config.alsoWriteToUsername()).contains("me");
        assertThat(config.alsoWriteToPassword()).contains("secret");
    }

    @Test
    void recordsAreLeftToTheirWritersForTwiceTheDeadline() {
        StorageConfig config = config(Map.of("guildhall.storage.cassandra.redo-after", "8s"));

        assertThatThrownBy(() -> CassandraOptions.of(config.cassandra()))
                .hasMessageContaining("guildhall.storage.cassandra.redo-after");
    }

    @Test
    void everyKeyIsSpelledAsDocumented() {
        StorageConfig config = config(settings(
                "guildhall.storage.directory", "/elsewhere",
                "guildhall.storage.in-memory", "true",
                "guildhall.storage.sync", "false",
                "guildhall.storage.cache-megabytes", "1",
                "guildhall.storage.checkpoint-bytes", "7",
                "guildhall.storage.sweep-rows", "2",
                "guildhall.storage.queue.batches", "3",
                "guildhall.storage.queue.bytes", "4",
                "guildhall.storage.flights.per-partition", "5",
                "guildhall.storage.flights.in-all", "6",
                "guildhall.storage.flights.aboard", "7",
                "guildhall.storage.flights.waiting", "8",
                "guildhall.storage.flights.deadline", "9s",
                "guildhall.storage.sharing.settle", "10s"));

        assertThat(config.directory()).isEqualTo(Path.of("/elsewhere"));
        assertThat(config.inMemory()).isTrue();
        assertThat(config.sync()).isFalse();
        assertThat(config.checkpointBytes()).isEqualTo(7);
        assertThat(config.cacheMegabytes()).isEqualTo(1);
        assertThat(config.sweepRows()).isEqualTo(2);
        assertThat(config.queue().batches()).isEqualTo(3);
        assertThat(config.queue().bytes()).isEqualTo(4);
        assertThat(config.flights().perPartition()).isEqualTo(5);
        assertThat(config.flights().inAll()).isEqualTo(6);
        assertThat(config.flights().aboard()).isEqualTo(7);
        assertThat(config.flights().waiting()).isEqualTo(8);
        assertThat(config.flights().deadline()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.sharing().settle()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aMisspelledKeyIsRefused() {
        assertThatThrownBy(() -> config(Map.of("guildhall.storage.synch", "false")))
                .hasMessageContaining("guildhall.storage.synch");
    }

    private static Map<String, String> settings(String... keysAndValues) {
        Map<String, String> settings = new HashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            settings.put(keysAndValues[index], keysAndValues[index + 1]);
        }
        return settings;
    }

    private static StorageConfig config(Map<String, String> values) {
        return Settings.of(StorageConfig.class).with(values);
    }
}
