package io.guildhall.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.Configs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiConfigTest {
    @Test
    void defaultsAreThoseThatTheDocumentationNames() {
        ApiConfig config = Configs.api(Map.of());
        assertThat(config.attachmentsDirectory()).isEqualTo(".guildhall/attachments");
        assertThat(config.ownerDeadline()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.rememberedChannels()).isEqualTo(200_000);
        assertThat(config.sweepFilesEvery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.bodies().maxJson()).isEqualTo(16 << 20);
        assertThat(config.bodies().maxPlainJson()).isEqualTo(2 << 20);
        assertThat(config.bodies().maxAnonymous()).isEqualTo(16 << 10);
        assertThat(config.bodies().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.bodies().formTimeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.bodies().budget()).isEmpty();
        assertThat(config.bodies().maxFile()).isEqualTo(25 << 20);
        assertThat(config.bodies().maxFiles()).isEqualTo(100 << 20);
        assertThat(config.rateLimits().enabled()).isTrue();
        assertThat(config.rateLimits().global()).isEqualTo(50);
        assertThat(config.rateLimits().scale()).isEqualTo(1);
        assertThat(config.rateLimits().maxBuckets()).isEqualTo(500_000);
        assertThat(config.rateLimits().override()).isEmpty();
        assertThat(config.invalidRequests().maximum()).isEqualTo(10_000);
        assertThat(config.invalidRequests().period()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.invalidRequests().maxAddresses()).isEqualTo(100_000);
        assertThat(config.links().shown()).isTrue();
        assertThat(config.links().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.sessionStarts().total()).isEqualTo(1000);
        assertThat(config.sessionStarts().maxConcurrency()).isEqualTo(16);
        assertThat(config.sessionStarts().guildsPerShard()).isEqualTo(1000);
    }

    @Test
    void everyKeyHasAnEffect() {
        ApiConfig config = Configs.api(Map.ofEntries(
                Map.entry("guildhall.api.attachments-directory", "there"),
                Map.entry("guildhall.api.owner-deadline", "1s"),
                Map.entry("guildhall.api.sweep-files-every", "21s"),
                Map.entry("guildhall.api.remembered-channels", "2"),
                Map.entry("guildhall.api.bodies.max-json", "3"),
                Map.entry("guildhall.api.bodies.max-plain-json", "16"),
                Map.entry("guildhall.api.bodies.max-anonymous", "17"),
                Map.entry("guildhall.api.bodies.timeout", "18s"),
                Map.entry("guildhall.api.bodies.form-timeout", "19s"),
                Map.entry("guildhall.api.bodies.budget", "20"),
                Map.entry("guildhall.api.bodies.max-file", "4"),
                Map.entry("guildhall.api.bodies.max-files", "5"),
                Map.entry("guildhall.api.rate-limits.enabled", "false"),
                Map.entry("guildhall.api.rate-limits.global", "6"),
                Map.entry("guildhall.api.rate-limits.scale", "0.5"),
                Map.entry("guildhall.api.rate-limits.max-buckets", "7"),
                Map.entry("guildhall.api.rate-limits.override.message-create.requests", "8"),
                Map.entry("guildhall.api.rate-limits.override.message-create.refill", "9s"),
                Map.entry("guildhall.api.invalid-requests.maximum", "10"),
                Map.entry("guildhall.api.invalid-requests.period", "11s"),
                Map.entry("guildhall.api.invalid-requests.max-addresses", "12"),
                Map.entry("guildhall.api.session-starts.total", "13"),
                Map.entry("guildhall.api.session-starts.max-concurrency", "14"),
                Map.entry("guildhall.api.session-starts.guilds-per-shard", "15"),
                Map.entry("guildhall.api.links.shown", "false"),
                Map.entry("guildhall.api.links.timeout", "24s"),
                Map.entry("guildhall.api.interactions.timeout", "22s"),
                Map.entry("guildhall.api.interactions.max-answer", "23")));
        assertThat(config.sweepFilesEvery()).isEqualTo(Duration.ofSeconds(21));
        assertThat(config.attachmentsDirectory()).isEqualTo("there");
        assertThat(config.ownerDeadline()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.rememberedChannels()).isEqualTo(2);
        assertThat(config.bodies().maxJson()).isEqualTo(3);
        assertThat(config.bodies().maxPlainJson()).isEqualTo(16);
        assertThat(config.bodies().maxAnonymous()).isEqualTo(17);
        assertThat(config.bodies().timeout()).isEqualTo(Duration.ofSeconds(18));
        assertThat(config.bodies().formTimeout()).isEqualTo(Duration.ofSeconds(19));
        assertThat(config.bodies().budget()).hasValue(20L);
        assertThat(config.bodies().maxFile()).isEqualTo(4);
        assertThat(config.bodies().maxFiles()).isEqualTo(5);
        assertThat(config.rateLimits().enabled()).isFalse();
        assertThat(config.rateLimits().global()).isEqualTo(6);
        assertThat(config.rateLimits().scale()).isEqualTo(0.5);
        assertThat(config.rateLimits().maxBuckets()).isEqualTo(7);
        assertThat(config.rateLimits().override().get("message-create").requests())
                .hasValue(8);
        assertThat(config.rateLimits().override().get("message-create").refill())
                .hasValue(Duration.ofSeconds(9));
        assertThat(config.invalidRequests().maximum()).isEqualTo(10);
        assertThat(config.invalidRequests().period()).isEqualTo(Duration.ofSeconds(11));
        assertThat(config.invalidRequests().maxAddresses()).isEqualTo(12);
        assertThat(config.sessionStarts().total()).isEqualTo(13);
        assertThat(config.sessionStarts().maxConcurrency()).isEqualTo(14);
        assertThat(config.sessionStarts().guildsPerShard()).isEqualTo(15);
        assertThat(config.links().shown()).isFalse();
        assertThat(config.links().timeout()).isEqualTo(Duration.ofSeconds(24));
        assertThat(config.interactions().timeout()).isEqualTo(Duration.ofSeconds(22));
        assertThat(config.interactions().maxAnswer()).isEqualTo(23);
    }
}
