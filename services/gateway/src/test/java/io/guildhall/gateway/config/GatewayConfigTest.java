package io.guildhall.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.wire.CompressionMode;
import io.guildhall.testing.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GatewayConfigTest {
    private static GatewayConfig read(Map<String, String> properties) {
        return Settings.of(GatewayConfig.class).with(properties);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                key(
                        "heartbeat-interval",
                        "1S",
                        Duration.ofMillis(41_250),
                        Duration.ofSeconds(1),
                        c -> c.heartbeatInterval()),
                key("hello-delay", "1S", Duration.ofMillis(20), Duration.ofSeconds(1), c -> c.helloDelay()),
                key("max-connections", "5", 100_000, 5, c -> c.maxConnections()),
                key("max-connections-per-address", "5", 4_000, 5, c -> c.maxConnectionsPerAddress()),
                key("max-sessions-per-account", "5", 1_000, 5, c -> c.maxSessionsPerAccount()),
                key("max-sessions", "5", 120_000, 5, c -> c.maxSessions()),
                key("max-payload", "5", 4_096, 5, c -> c.maxPayload()),
                key("zlib-mode", "classic", CompressionMode.SHARED, CompressionMode.CLASSIC, c -> c.zlibMode()),
                key("send.count", "5", 120, 5, c -> c.send().count()),
                key("send.window", "5S", Duration.ofMinutes(1), Duration.ofSeconds(5), c -> c.send()
                        .window()),
                key("identify.max-concurrency", "5", 16, 5, c -> c.identify().maxConcurrency()),
                key("identify.total", "5", 1_000, 5, c -> c.identify().total()),
                key("identify.window", "6S", Duration.ofSeconds(5), Duration.ofSeconds(6), c -> c.identify()
                        .window()),
                key("identify.timeout", "6S", Duration.ofMinutes(2), Duration.ofSeconds(6), c -> c.identify()
                        .timeout()),
                key("identify.max-guilds-per-shard", "5", 2_500, 5, c -> c.identify()
                        .maxGuildsPerShard()),
                key("replay.max-events", "5", 4_096, 5, c -> c.replay().maxEvents()),
                key("replay.max-bytes", "5", 4L << 20, 5L, c -> c.replay().maxBytes()),
                key("replay.max-node-bytes", "5", OptionalLong.empty(), OptionalLong.of(5), c -> c.replay()
                        .maxNodeBytes()),
                key("replay.timeout", "5S", Duration.ofMinutes(3), Duration.ofSeconds(5), c -> c.replay()
                        .timeout()),
                key("slow-reader.max-pending-bytes", "5", 8L << 20, 5L, c -> c.slowReader()
                        .maxPendingBytes()),
                key("slow-reader.batch-bytes", "5", 65_536, 5, c -> c.slowReader()
                        .batchBytes()),
                key("attach.concurrency", "5", 8, 5, c -> c.attach().concurrency()),
                key("attach.patience", "5S", Duration.ofMinutes(1), Duration.ofSeconds(5), c -> c.attach()
                        .patience()),
                key("attach.roll-call", "6S", Duration.ofSeconds(5), Duration.ofSeconds(6), c -> c.attach()
                        .rollCall()),
                key("drain.timeout", "5S", Duration.ofSeconds(10), Duration.ofSeconds(5), c -> c.drain()
                        .timeout()),
                key("drain.per-second", "5", 2_000, 5, c -> c.drain().perSecond()));
    }

    private static Arguments key(
            String name, String text, Object standard, Object changed, Function<GatewayConfig, Object> value) {
        return Arguments.of(name, text, standard, changed, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void everyKeyHasItsDefaultAndCanBeSet(
            String name, String text, Object standard, Object changed, Function<GatewayConfig, Object> value) {
        assertThat(value.apply(read(Map.of()))).isEqualTo(standard);
        assertThat(value.apply(read(Map.of("guildhall.gateway." + name, text)))).isEqualTo(changed);
    }

    @Test
    void everyKeyIsCheckedHere() {
        Map<String, String> all = new HashMap<>();
        keys().forEach(key -> all.put("guildhall.gateway." + key.get()[0], (String) key.get()[1]));
        assertThat(read(all)).isNotNull();
        Settings.of(GatewayConfig.class).assertAllKeys(all.keySet());
    }
}
