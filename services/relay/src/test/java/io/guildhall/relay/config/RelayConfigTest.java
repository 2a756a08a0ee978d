package io.guildhall.relay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.testing.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayConfigTest {
    @Test
    void hasTheseDefaults() {
        RelayConfig config = config(Map.of());

        assertThat(config.windowFrames()).isEqualTo(50_000);
        assertThat(config.windowBytes()).isEqualTo(64 * 1024 * 1024);
        assertThat(config.backlogTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.acknowledgeTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.gatewayGrace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.reconnectPause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.ownerGrace()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.drainTimeout()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void readsTheseKeys() {
        RelayConfig config = config(Map.of(
                "guildhall.relay.window-frames", "1",
                "guildhall.relay.window-bytes", "4194304",
                "guildhall.relay.backlog-timeout", "2s",
                "guildhall.relay.acknowledge-timeout", "3s",
                "guildhall.relay.gateway-grace", "4s",
                "guildhall.relay.reconnect-pause", "5s",
                "guildhall.relay.owner-grace", "6s",
                "guildhall.relay.drain-timeout", "7s"));

        assertThat(config.windowFrames()).isEqualTo(1);
        assertThat(config.windowBytes()).isEqualTo(4_194_304);
        assertThat(config.backlogTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.acknowledgeTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.gatewayGrace()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.reconnectPause()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.ownerGrace()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.drainTimeout()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void takesNoWindowThatTheLargestEventDoesNotFit() {
        assertThatThrownBy(() -> config(Map.of("guildhall.relay.window-bytes", "4194303")))
                .hasMessageContaining("too small");
    }

    private static RelayConfig config(Map<String, String> settings) {
        return Settings.of(RelayConfig.class).with(settings);
    }
}
