package io.guildhall.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private long now = 1_000;
    private long slept;

    @Test
    void workIsHeldToItsUnitsASecond() throws InterruptedException {
        Pace pace = pace(100);
        for (int step = 0; step < 11; step++) {
            pace.spend(50);
        }
        assertThat(Duration.ofNanos(slept)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void workThatIsSlowerThanItsPaceNeverWaits() throws InterruptedException {
        Pace pace = pace(100);
        for (int step = 0; step < 10; step++) {
            pace.spend(50);
            now += Duration.ofSeconds(1).toNanos();
        }
        assertThat(slept).isZero();
    }

    @Test
    void aRestIsNotSavedUp() throws InterruptedException {
        Pace pace = pace(100);
        now += Duration.ofHours(1).toNanos();
        pace.spend(110);
        pace.spend(1);
        assertThat(Duration.ofNanos(slept)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aPaceOfNothingIsRefused() {
        assertThatThrownBy(() -> pace(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Pace pace(int perSecond) {
        return new Pace(perSecond, () -> now, nanos -> {
            slept += nanos;
            now += nanos;
        });
    }
}
