package io.guildhall.observability.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final ManualClock clock = new ManualClock();
    private final Probe probe = new Probe(waiting::add, clock, Duration.ofSeconds(20));

    @Test
    void anExecutorThatRunsItsTasksIsAlive() {
        assertThat(probe.alive()).isTrue();
        waiting.removeFirst().run();
        clock.advance(Duration.ofSeconds(60));

        assertThat(probe.alive()).isTrue();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void oneThatStandsStillForTooLongIsNotUntilItMovesAgain() {
        assertThat(probe.alive()).isTrue();
        clock.advance(Duration.ofSeconds(19));
        assertThat(probe.alive()).isTrue();
        clock.advance(Duration.ofSeconds(2));
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
}
