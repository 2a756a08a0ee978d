package io.guildhall.search.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchConfigTest {
    private static final Settings<SearchConfig> SEARCH = Settings.of(SearchConfig.class);
    private static final Settings<LogConfig> LOG = Settings.of(LogConfig.class);

    @Test
    void hasTheseDefaults() {
        SearchConfig config = SEARCH.defaults();

        assertThat(config.cells()).isEmpty();
        assertThat(config.cellUsername()).isEmpty();
        assertThat(config.cellPassword()).isEmpty();
        assertThat(config.indexes()).isEqualTo(4);
        assertThat(config.large()).isEqualTo(10_000_000);
        assertThat(config.shards()).isEqualTo(4);
        assertThat(config.replicas()).isEqualTo(1);
        assertThat(config.mostBytes()).isEqualTo(64 << 20);
        assertThat(config.batch()).isEqualTo(1000);
        assertThat(config.probe()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.bindings()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.ready()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.terms()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.builds()).isEqualTo(2);
        assertThat(config.buildRate()).isEqualTo(2000);
        assertThat(config.look()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.storeTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.reconcile()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.settled()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void readsTheseKeys() {
        Map<String, String> keys = new HashMap<>(Map.of(
                "guildhall.search.cells", "one=http://a:1,two=http://b:2",
                "guildhall.search.indexes", "1",
                "guildhall.search.replicas", "2",
                "guildhall.search.most-bytes", "3",
                "guildhall.search.batch", "5",
                "guildhall.search.probe", "6s",
                "guildhall.search.bindings", "7s",
                "guildhall.search.patience", "8s",
                "guildhall.search.terms", "9s"));
        keys.putAll(Map.of(
                "guildhall.search.cell-username", "ann",
                "guildhall.search.cell-password", "secret",
                "guildhall.search.builds", "10",
                "guildhall.search.build-rate", "11",
                "guildhall.search.look", "12s",
                "guildhall.search.store-timeout", "13s",
                "guildhall.search.reconcile", "14s",
                "guildhall.search.settled", "15s",
                "guildhall.search.large", "16",
                "guildhall.search.shards", "17"));
        keys.put("guildhall.search.ready", "18s");

        SearchConfig config = SEARCH.with(keys);

        SEARCH.assertAllKeys(keys.keySet());
        assertThat(config.cells()).hasValue(List.of("one=http://a:1", "two=http://b:2"));
        assertThat(config.cellUsername()).hasValue("ann");
        assertThat(config.cellPassword()).hasValue("secret");
        assertThat(config.indexes()).isEqualTo(1);
        assertThat(config.replicas()).isEqualTo(2);
        assertThat(config.mostBytes()).isEqualTo(3);
        assertThat(config.batch()).isEqualTo(5);
        assertThat(config.probe()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.bindings()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.terms()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.builds()).isEqualTo(10);
        assertThat(config.buildRate()).isEqualTo(11);
        assertThat(config.look()).isEqualTo(Duration.ofSeconds(12));
        assertThat(config.storeTimeout()).isEqualTo(Duration.ofSeconds(13));
        assertThat(config.reconcile()).isEqualTo(Duration.ofSeconds(14));
        assertThat(config.settled()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.large()).isEqualTo(16);
        assertThat(config.shards()).isEqualTo(17);
        assertThat(config.ready()).isEqualTo(Duration.ofSeconds(18));
    }

    @Test
    void theEventLogHasTheseDefaultsAndKeys() {
        LogConfig defaults = LOG.defaults();
        assertThat(defaults.servers()).isEqualTo("localhost:9092");
        assertThat(defaults.topic()).isEqualTo("guildhall.facts");
        assertThat(defaults.waitingPartitions()).isEqualTo(8);
        assertThat(defaults.copies()).isEqualTo((short) -1);
        assertThat(defaults.retention()).isEqualTo(Duration.ofDays(7));
        assertThat(defaults.pause()).isEqualTo(Duration.ofSeconds(1));

        Map<String, String> keys = Map.of(
                "guildhall.event-log.servers", "a:1,b:2",
                "guildhall.event-log.topic", "facts",
                "guildhall.event-log.waiting-partitions", "3",
                "guildhall.event-log.copies", "4",
                "guildhall.event-log.retention", "5h",
                "guildhall.event-log.pause", "6s");
        LogConfig config = LOG.with(keys);
        LOG.assertAllKeys(keys.keySet());
        assertThat(config.servers()).isEqualTo("a:1,b:2");
        assertThat(config.topic()).isEqualTo("facts");
        assertThat(config.waitingPartitions()).isEqualTo(3);
        assertThat(config.copies()).isEqualTo((short) 4);
        assertThat(config.retention()).isEqualTo(Duration.ofHours(5));
        assertThat(config.pause()).isEqualTo(Duration.ofSeconds(6));
    }
}
