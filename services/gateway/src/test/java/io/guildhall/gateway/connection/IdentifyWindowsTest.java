package io.guildhall.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdentifyWindowsTest extends IdentifyLimiterContract {
    private final ManualClock clock = new ManualClock();

    @Override
    IdentifyLimiter limiter(Duration window, int limit) {
        return new IdentifyWindows(window.toMillis(), limit, clock);
    }

    @Override
    void pass(Duration time) {
        clock.advance(time);
    }

    @Test
    void usersWhoseWindowsAreOverAreForgotten() {
        IdentifyLimiter limiter = limiter(LONG, 1);
        for (long user = 0; user < 10_000; user++) {
            accepts(limiter, user);
        }
        assertThat(accepts(limiter, 0)).isFalse();
        clock.advance(LONG);
        assertThat(accepts(limiter, 20_000)).isTrue();
        assertThat(accepts(limiter, 0)).isTrue();
    }
}
