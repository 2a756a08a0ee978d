package io.guildhall.clientport;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientPortConfigTest {
    private static ClientPortConfig read(Map<String, String> properties) {
        return Settings.of(ClientPortConfig.class).with(properties);
    }

    @Test
    void hasTheseDefaults() {
        ClientPortConfig config = read(Map.of());

        assertThat(config.maximum()).isEqualTo(110_000);
        assertThat(config.perAddress()).isEqualTo(5_000);
        assertThat(config.notCounted().orElseThrow()).containsExactly("127.0.0.0/8", "::1/128");
        assertThat(config.headTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.requestTimeout()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.drainTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void readsTheseKeysAndNoOthers() {
        Map<String, String> keys = Map.of(
                "guildhall.connections.maximum", "10",
                "guildhall.connections.per-address", "5",
                "guildhall.connections.not-counted", "10.0.0.0/8",
                "guildhall.connections.head-timeout", "1s",
                "guildhall.connections.request-timeout", "2s",
                "guildhall.connections.drain-timeout", "3s");
        ClientPortConfig config = read(keys);

        Settings.of(ClientPortConfig.class).assertAllKeys(keys.keySet());
        assertThat(config.maximum()).isEqualTo(10);
        assertThat(config.perAddress()).isEqualTo(5);
        assertThat(config.notCounted().orElseThrow()).containsExactly("10.0.0.0/8");
        assertThat(config.headTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.drainTimeout()).isEqualTo(Duration.ofSeconds(3));
    }
}
