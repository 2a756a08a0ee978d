package io.guildhall.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.testing.ManualClock;
import io.guildhall.testing.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentifyLimiterTest {
    private final ManualClock clock = new ManualClock();
    private final GatewayConfig config = Settings.of(GatewayConfig.class).with(Map.of());
    private final IdentifyLimiter limiter = new IdentifyLimiter(config, clock);

    @Test
    void aUserMayIdentifySoOftenInAWindow() {
        for (int attempt = 0; attempt < config.identify().maxConcurrency(); attempt++) {
            assertThat(limiter.accept(1)).isTrue();
        }
        assertThat(limiter.accept(1)).isFalse();
        assertThat(limiter.accept(2)).isTrue();
        clock.advance(config.identify().window());
        assertThat(limiter.accept(1)).isTrue();
    }

    @Test
    void thoseWhoIdentifiedLongAgoAreForgotten() {
        Duration between = config.identify().window().dividedBy(1_000);
        int most = 0;
        for (int user = 1; user <= 20 * IdentifyLimiter.MANY; user++) {
            clock.advance(between);
            limiter.accept(user);
            most = Math.max(most, limiter.size());
        }
        assertThat(most).isLessThanOrEqualTo(IdentifyLimiter.MANY);
    }

    @Test
    void aStormLosesNobodysCount() {
        for (int user = 1; user <= 3 * IdentifyLimiter.MANY; user++) {
            for (int attempt = 0; attempt < config.identify().maxConcurrency(); attempt++) {
                limiter.accept(user);
            }
        }
        assertThat(limiter.accept(1)).isFalse();
        assertThat(limiter.size()).isEqualTo(3 * IdentifyLimiter.MANY);
    }
}
