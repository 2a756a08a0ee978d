package io.guildhall.guild;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Settings;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuildConfigTest {
    private static final Map<String, String> OTHER = Map.ofEntries(
            Map.entry("guildhall.guild.mailbox", "1"),
            Map.entry("guildhall.guild.pipeline", "2"),
            Map.entry("guildhall.guild.idle", "3s"),
            Map.entry("guildhall.guild.evict-every", "4s"),
            Map.entry("guildhall.guild.store-events", "false"),
            Map.entry("guildhall.guild.storage-timeout", "5s"),
            Map.entry("guildhall.guild.search-timeout", "4s"),
            Map.entry("guildhall.guild.owner-timeout", "6s"),
            Map.entry("guildhall.guild.relay-pause", "7s"),
            Map.entry("guildhall.guild.message-pause", "8s"),
            Map.entry("guildhall.guild.resume-every", "9s"),
            Map.entry("guildhall.guild.resume-rate", "10"),
            Map.entry("guildhall.guild.relay-timeout", "7s"),
            Map.entry("guildhall.guild.relay-window", "8388608"),
            Map.entry("guildhall.guild.drain-timeout", "9s"),
            Map.entry("guildhall.guild.purge-delay", "1ms"),
            Map.entry("guildhall.guild.purge-every", "2ms"),
            Map.entry("guildhall.guild.purge-rate", "3"));

    @Test
    void defaultsAreWhatTheDocumentationSays() {
        GuildConfig config = config(Map.of());
        assertThat(config.mailbox()).isEqualTo(10_000);
        assertThat(config.pipeline()).isEqualTo(1_000);
        assertThat(config.idle()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.evictEvery()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.storeEvents()).isTrue();
        assertThat(config.storageTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.searchTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.ownerTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.relayPause()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.messagePause()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.resumeEvery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.resumeRate()).isEqualTo(200);
        assertThat(config.drainTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.purgeDelay()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.purgeEvery()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.purgeRate()).isEqualTo(5_000);
    }

    @Test
    void everyKeyChangesItsValue() throws ReflectiveOperationException {
        GuildConfig defaults = config(Map.of());
        GuildConfig other = config(OTHER);
        Method[] keys = GuildConfig.class.getMethods();
        Settings.of(GuildConfig.class).assertAllKeys(OTHER.keySet());
        for (Method key : keys) {
            assertThat(key.invoke(other)).as(key.getName()).isNotEqualTo(key.invoke(defaults));
        }
    }

    private static GuildConfig config(Map<String, String> properties) {
        return Settings.of(GuildConfig.class).with(properties);
    }
}
