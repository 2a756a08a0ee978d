package io.guildhall.observability.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LaterTest {
    private static final long PATIENCE_SECONDS = 30;
    private static final Duration SOON = Duration.ofMillis(1);

    static List<Throwable> failures() {
        return List.of(new IllegalStateException("on purpose"), new StackOverflowError("on purpose"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverATaskThrowsItIsOverAndTheTimerGoesOn(Throwable failure) throws Exception {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            CountDownLatch next = new CountDownLatch(1);
            Later.run(timer, SOON, "what fails", () -> sneak(failure)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Later.run(timer, SOON, "what follows", next::countDown);
            assertThat(next.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatIsCancelledIsNotDone() throws Exception {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            CountDownLatch done = new CountDownLatch(1);
            assertThat(Later.run(timer, Duration.ofDays(1), "what is cancelled", done::countDown)
                            .cancel(false))
                    .isTrue();
            assertThat(done.getCount()).isOne();
            timer.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatFailsOnAThreadOfItsOwnIsToldToNobody(Throwable failure) throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.complete(thrown));
        try {
            Later.start(SOON, "what fails", () -> {
                begun.countDown();
                sneak(failure);
            });
            Later.start(SOON, "what follows", begun::countDown);
            assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(uncaught).isNotDone();
    }

    @Test
    void aStageThatBeginsLaterKeepsItsFailure() {
        CompletableFuture<Object> stage = CompletableFuture.supplyAsync(
                () -> {
                    throw new StackOverflowError("on purpose");
                },
                Later.by(Thread::startVirtualThread, SOON));
        assertThat(stage)
                .failsWithin(Duration.ofSeconds(PATIENCE_SECONDS))
                .withThrowableThat()
                .withCauseInstanceOf(StackOverflowError.class);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }
}
