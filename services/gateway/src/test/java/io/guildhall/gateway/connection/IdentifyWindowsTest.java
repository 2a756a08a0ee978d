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
    void thoseWhoIdentifiedLongAgoAreForgotten() {
        IdentifyWindows windows = new IdentifyWindows(LONG.toMillis(), 1, clock);
        Duration between = LONG.dividedBy(1_000);
        int most = 0;
        for (int user = 1; user <= 20 * IdentifyWindows.MANY; user++) {
            clock.advance(between);
            windows.accept(user);
            most = Math.max(most, windows.size());
        }
        assertThat(most).isLessThanOrEqualTo(IdentifyWindows.MANY);
    }

    @Test
    void aStormLosesNobodysCount() {
        IdentifyWindows windows = new IdentifyWindows(LONG.toMillis(), 1, clock);
        for (int user = 1; user <= 3 * IdentifyWindows.MANY; user++) {
            windows.accept(user);
        }
        assertThat(accepts(windows, 1)).isFalse();
        assertThat(windows.size()).isEqualTo(3 * IdentifyWindows.MANY);
    }
}
