package io.guildhall.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageConfigTest {
    private static final int CONVERTER_PRIORITY = 200;

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
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
                .withMapping(StorageConfig.class)
                .withDefaultValues(values)
                .build();
        return config.getConfigMapping(StorageConfig.class);
    }
}
