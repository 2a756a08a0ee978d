package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.internal.core.config.typesafe.DefaultDriverConfigLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Every setting of the driver that is not the driver's default, in one place: for sessions that are opened here, and for the one
 * that Quarkus opens. A system property {@code datastax-java-driver.<path>} goes before what is said here.
 */
public final class DriverSettings {
    /** The profile of reads, which may be asked of another node too when the first is slow. */
    static final String READS = "reads";

    /** Rows that one request brings; a read of more takes several. */
    static final int PAGE_ROWS = 1_000;

    private static final String ROOT = "datastax-java-driver.";

    private DriverSettings() {}

    static DriverConfigLoader loader(CassandraOptions options) {
        return DefaultDriverConfigLoader.fromString(of(options).entrySet().stream()
                .map(setting -> ROOT + setting.getKey() + " = \"" + setting.getValue() + "\"")
                .collect(Collectors.joining("\n")));
    }

    /**
     * Runs what builds a session out of our sight with these settings. The driver reads system properties while it builds, so they
     * are there for that long.
     */
    public static synchronized <T> T during(CassandraOptions options, Supplier<T> build) {
        List<String> mine = new ArrayList<>();
        of(options).forEach((path, value) -> {
            if (System.getProperty(ROOT + path) == null) {
                System.setProperty(ROOT + path, value);
                mine.add(ROOT + path);
            }
        });
        try {
            return build.get();
        } finally {
            mine.forEach(System::clearProperty);
        }
    }

    static Map<String, String> of(CassandraOptions options) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("basic.request.consistency", "LOCAL_QUORUM");
        settings.put("basic.request.serial-consistency", "LOCAL_SERIAL");
        settings.put("basic.request.timeout", options.requestTimeout().toMillis() + " milliseconds");
        settings.put("basic.request.page-size", Integer.toString(PAGE_ROWS));
        // The data centre of the contact points, unless one is named.
        settings.put("basic.load-balancing-policy.class", "DcInferringLoadBalancingPolicy");
        // Read once: nothing here changes while the process runs.
        settings.put("basic.config-reload-interval", "0");
        // No native library for a clock that is not used: every write has its own timestamp.
        settings.put("advanced.timestamp-generator.force-java-clock", "true");
        settings.put("advanced.connection.pool.local.size", "2");
        settings.put("advanced.connection.max-requests-per-connection", "8192");
        // A node that hangs is found within seconds, not within half a minute, and tried again as soon.
        settings.put("advanced.heartbeat.interval", "3 seconds");
        settings.put("advanced.heartbeat.timeout", "2 seconds");
        settings.put("advanced.reconnection-policy.base-delay", "500 milliseconds");
        settings.put("advanced.reconnection-policy.max-delay", "10 seconds");
        // Token-aware routing needs the replication of our keyspace, and nothing of any other.
        settings.put("advanced.metadata.schema.refreshed-keyspaces.0", options.keyspace());
        settings.put("advanced.metadata.schema.debouncer.window", "50 milliseconds");
        if (options.speculativeReads() > 0) {
            String policy = "profiles." + READS + ".advanced.speculative-execution-policy.";
            settings.put(policy + "class", "ConstantSpeculativeExecutionPolicy");
            settings.put(policy + "max-executions", Integer.toString(1 + options.speculativeReads()));
            settings.put(policy + "delay", options.speculativeDelay().toMillis() + " milliseconds");
        } else {
            settings.put(
                    "profiles." + READS + ".basic.request.timeout",
                    options.requestTimeout().toMillis() + " milliseconds");
        }
        return settings;
    }
}
