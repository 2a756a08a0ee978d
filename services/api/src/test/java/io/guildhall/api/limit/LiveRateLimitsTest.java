package io.guildhall.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.Configs;
import io.guildhall.observability.live.LiveConfig;
import io.guildhall.observability.live.LiveSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRateLimitsTest {
    @TempDir
    private Path folder;

    private LiveSettings live;
    private LiveRateLimits limits;

    @BeforeEach
    void start() {
        live = new LiveSettings(new LiveConfig() {
            @Override
            public Optional<Path> file() {
                return Optional.of(folder.resolve("live.properties"));
            }

            @Override
            public Duration every() {
                return Duration.ofSeconds(10);
            }
        });
        Map<String, String> configured = Map.of(
                "guildhall.api.rate-limits.global",
                "70",
                "guildhall.api.rate-limits.override.message-create.requests",
                "9");
        limits = new LiveRateLimits(Configs.api(configured), live);
    }

    @Test
    void areWhatIsConfiguredWhereNothingElseIsSaid() {
        assertThat(limits.enabled()).isTrue();
        assertThat(limits.global()).isEqualTo(70);
        assertThat(limits.override().get("message-create").requests()).contains(9);
        assertThat(limits.maxBuckets()).isEqualTo(500_000);
    }

    @Test
    void changeAndGoBack() throws IOException {
        say("""
                guildhall.api.rate-limits.enabled=false
                guildhall.api.rate-limits.global=5
                guildhall.api.rate-limits.scale=0.5
                guildhall.api.rate-limits.override.message-create.refill=20s
                guildhall.api.rate-limits.override."read".requests=2
                """);
        assertThat(limits.enabled()).isFalse();
        assertThat(limits.global()).isEqualTo(5);
        assertThat(limits.scale()).isEqualTo(0.5);
        assertThat(limits.override().get("message-create").requests()).contains(9);
        assertThat(limits.override().get("message-create").refill()).contains(Duration.ofSeconds(20));
        assertThat(limits.override().get("read").requests()).contains(2);

        say("");
        areWhatIsConfiguredWhereNothingElseIsSaid();
    }

    @Test
    void stayAsTheyAreWhenOneValueIsNoNumber() throws IOException {
        say("guildhall.api.rate-limits.global=5\n");
        say("guildhall.api.rate-limits.global=6\nguildhall.api.rate-limits.scale=half\n");

        assertThat(limits.global()).isEqualTo(5);
    }

    private void say(String text) throws IOException {
        Files.writeString(folder.resolve("live.properties"), text);
        live.look();
    }
}
