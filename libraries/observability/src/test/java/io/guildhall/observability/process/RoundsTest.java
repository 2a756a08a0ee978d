package io.guildhall.observability.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final long PATIENCE_SECONDS = 30;

    @Test
    void whateverARoundThrowsTheNextOneComes() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(1);
        Semaphore never = new Semaphore(0);
        Rounds rounds = new Rounds("test", () -> {
            switch (count.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("on purpose");
                case 2 -> throw new StackOverflowError("on purpose");
                default -> {
                    third.countDown();
                    never.acquire();
                }
            }
        });
        rounds.start();
        assertThat(third.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(rounds.running()).isTrue();
        rounds.stop();
    }

    @Test
    void aRoundThatWaitsEndsWhenItIsStopped() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Rounds rounds = new Rounds("test", () -> {
            try {
                waiting.countDown();
                new Semaphore(0).acquire();
            } finally {
                interrupted.countDown();
            }
        });
        rounds.start();
        assertThat(waiting.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        rounds.stop();
        assertThat(interrupted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(rounds.running()).isFalse();
    }

    @Test
    void workThatIsDoneFromTimeToTimeGoesOnAfterAnErrorAndEndsBeforeItsStopReturns() throws InterruptedException {
        CountDownLatch third = new CountDownLatch(3);
        AtomicInteger within = new AtomicInteger();
        Rounds rounds = Rounds.every(Duration.ofMillis(1), "test", () -> {
            within.incrementAndGet();
            try {
                third.countDown();
                throw new StackOverflowError("on purpose");
            } finally {
                within.decrementAndGet();
            }
        });
        rounds.start();
        assertThat(third.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        rounds.stopAndWait();
        assertThat(within).hasValue(0);
        assertThat(rounds.running()).isFalse();
    }

    @Test
    void stoppingWhatWasNeverStartedDoesNothing() {
        Rounds rounds = new Rounds("test", () -> {});
        rounds.stop();
        assertThat(rounds.running()).isFalse();
    }
}
