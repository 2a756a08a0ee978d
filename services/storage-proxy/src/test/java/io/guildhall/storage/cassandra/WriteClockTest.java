package io.guildhall.storage.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WriteClockTest {
    private final ManualClock time = new ManualClock();
    private final WriteClock clock = new WriteClock(time);

    @Test
    void everyReservationIsLaterThanTheOneBeforeThoughTimeStandsStillOrGoesBack() {
        long first = clock.reserve(10);
        long second = clock.reserve(1);
        time.advance(Duration.ofSeconds(-5));
        long third = clock.reserve(1);

        assertThat(first).isEqualTo(time.millis() * 1_000 + 5_000_000);
        assertThat(second).isEqualTo(first + 10);
        assertThat(third).isEqualTo(second + 1);
    }

    @Test
    void whatPassedElsewhereIsPassedHere() {
        long ahead = clock.reserve(1) + 1_000_000;
        clock.passed(ahead);

        assertThat(clock.reserve(1)).isEqualTo(ahead + 1);
    }
}
