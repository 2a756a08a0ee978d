package io.guildhall.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.api.Configs;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryRateLimiterTest extends RateLimiterContract {
    private final ManualClock clock = new ManualClock();
    private final MemoryRateLimiter limiter = new MemoryRateLimiter(Configs.api(Map.of()), clock);

    @Override
    RateLimiter limiter() {
        return limiter;
    }

    @Override
    void pass(Duration period) {
        clock.advance(period);
    }

    @Test
    void whenAllAreInUseThereIsNoRoomForAnother() {
        MemoryRateLimiter small =
                new MemoryRateLimiter(Configs.api(Map.of("guildhall.api.rate-limits.max-buckets", "2")), clock);
        small.take(bucket("a", 1, LONG), 1);
        small.take(bucket("b", 1, LONG), 1);

        assertThatThrownBy(() -> small.take(bucket("c", 1, LONG), 1)).isInstanceOf(RateLimiter.OutOfOrder.class);
        clock.advance(LONG);
        assertThat(small.take(bucket("c", 1, LONG), 1).allowed()).isTrue();
    }
}
