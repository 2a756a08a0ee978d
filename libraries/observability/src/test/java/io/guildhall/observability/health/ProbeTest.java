package io.guildhall.observability.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final Hands clock = new Hands();
    private final Probe probe = new Probe(waiting::add, clock, Duration.ofSeconds(20));

    @Test
    void anExecutorThatRunsItsTasksIsAlive() {
        assertThat(probe.alive()).isTrue();
        waiting.removeFirst().run();
        clock.now = clock.now.plusSeconds(60);

        assertThat(probe.alive()).isTrue();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void oneThatStandsStillForTooLongIsNotUntilItMovesAgain() {
        assertThat(probe.alive()).isTrue();
        clock.now = clock.now.plusSeconds(19);
        assertThat(probe.alive()).isTrue();
        clock.now = clock.now.plusSeconds(2);
        assertThat(probe.alive()).isFalse();

        waiting.removeFirst().run();

        assertThat(probe.alive()).isTrue();
    }

    @Test
    void oneThatTakesNoTasksIsNotAlive() {
        Probe ended = new Probe(
                task -> {
                    throw new RejectedExecutionException();
                },
                clock,
                Duration.ofSeconds(20));

        assertThat(ended.alive()).isFalse();
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
