package io.guildhall.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.cluster.Role;
import io.guildhall.testing.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiscoveryConfigTest {
    @Test
    void hasTheseDefaults() {
        DiscoveryConfig config = config(Map.of());

        assertThat(config.roles()).isEmpty();
        assertThat(config.endpoints()).containsExactly("127.0.0.1:2379");
        assertThat(config.prefix()).isEqualTo("/guildhall");
        assertThat(config.leaseTtl()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.startTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.host()).isEmpty();
        assertThat(config.port()).isEqualTo(9_000);
        assertThat(config.publicUrl()).isEmpty();
        assertThat(config.tls().authority()).isEmpty();
        assertThat(config.tls().certificate()).isEmpty();
        assertThat(config.tls().key()).isEmpty();
    }

    @Test
    void readsTheseKeys() {
        DiscoveryConfig config = config(Map.ofEntries(
                Map.entry("guildhall.discovery.roles", "guild,relay"),
                Map.entry("guildhall.discovery.endpoints", "a:1,http://b:2"),
                Map.entry("guildhall.discovery.prefix", "/other"),
                Map.entry("guildhall.discovery.lease-ttl", "5s"),
                Map.entry("guildhall.discovery.request-timeout", "1s"),
                Map.entry("guildhall.discovery.start-timeout", "3s"),
                Map.entry("guildhall.discovery.host", "10.0.0.1"),
                Map.entry("quarkus.grpc.server.port", "9083"),
                Map.entry("guildhall.public.gateway-url", "wss://gateway.example"),
                Map.entry("guildhall.discovery.tls.authority", "ca.crt"),
                Map.entry("guildhall.discovery.tls.certificate", "node.crt"),
                Map.entry("guildhall.discovery.tls.key", "node.key")));

        assertThat(config.roles()).contains(Set.of(Role.GUILD, Role.RELAY));
        assertThat(config.endpoints()).containsExactly("a:1", "http://b:2");
        assertThat(config.prefix()).isEqualTo("/other");
        assertThat(config.leaseTtl()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.startTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.host()).contains("10.0.0.1");
        assertThat(config.port()).isEqualTo(9_083);
        assertThat(config.publicUrl()).contains("wss://gateway.example");
        assertThat(config.tls().authority()).contains(Path.of("ca.crt"));
        assertThat(config.tls().certificate()).contains(Path.of("node.crt"));
        assertThat(config.tls().key()).contains(Path.of("node.key"));
    }

    private static DiscoveryConfig config(Map<String, String> settings) {
        return Settings.of(DiscoveryConfig.class).with(settings);
    }
}
