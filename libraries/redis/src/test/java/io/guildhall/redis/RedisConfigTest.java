package io.guildhall.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisConfigTest {
    private static final Settings<RedisConfig> REDIS = Settings.of(RedisConfig.class);

    @Test
    void hasTheseDefaults() {
        RedisConfig config = REDIS.defaults();

        assertThat(config.timeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.rest()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.prefix()).isEqualTo("guildhall:");
    }

    @Test
    void readsTheseKeys() {
        RedisConfig config = REDIS.with(Map.of(
                "guildhall.redis.timeout", "1s",
                "guildhall.redis.rest", "2s",
                "guildhall.redis.prefix", "mine:"));

        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.rest()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.prefix()).isEqualTo("mine:");
    }
}
